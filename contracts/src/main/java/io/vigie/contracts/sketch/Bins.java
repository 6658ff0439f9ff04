package io.vigie.contracts.sketch;

/**
 * Logarithmic bins, the same for every field: a bin reaches from a value to 1.02 times it, so that its middle is within 1 % of
 * everything in it (DDSketch: Masson, Rim and Lee, VLDB 2019). They depend on no data, and {@link StrictMath} makes them the
 * same on every machine: sketches of any origin can be added.
 */
public final class Bins {

    /** How far a bin's middle may be from what is in it, as a share of the value. */
    public static final double ACCURACY = 0.01;

    /** The bin of all that is nearer to 0 than {@link #SMALLEST}. */
    public static final int ZERO = 0;

    static final double SMALLEST = 1e-9;
    static final double LARGEST = 1e12;

    private static final double LOG_GAMMA = StrictMath.log((1 + ACCURACY) / (1 - ACCURACY));

    /** Moves the smallest value's bin to 1. */
    private static final int SHIFT = 1 - power(SMALLEST);

    private Bins() {}

    /**
     * The bin of a value; bins are in the order of their values.
     *
     * @param value finite; what is beyond ±10¹² goes into the last bin of its side
     * @return 0 for zero, from 1 on for positive values, down from -1 for negative ones
     * @throws IllegalArgumentException when the value is not finite
     */
    public static int of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("only finite values have a bin");
        }
        double size = Math.abs(value);
        if (size < SMALLEST) {
            return ZERO;
        }
        int bin = power(Math.min(size, LARGEST)) + SHIFT;
        return value > 0 ? bin : -bin;
    }

    /** Where the bin begins: no value in it is smaller. */
    public static double lower(int bin) {
        if (bin == ZERO) {
            return -SMALLEST;
        }
        return bin > 0 ? edge(bin - 1) : -edge(-bin);
    }

    /** Where the bin ends: no value in it is larger, but for those that were beyond ±10¹². */
    public static double upper(int bin) {
        if (bin == ZERO) {
            return SMALLEST;
        }
        return bin > 0 ? edge(bin) : -edge(-bin - 1);
    }

    /** Within 1 % of every value in the bin. */
    public static double middle(int bin) {
        if (bin == ZERO) {
            return 0;
        }
        double size = 2 * edge(Math.abs(bin)) / (StrictMath.exp(LOG_GAMMA) + 1);
        return bin > 0 ? size : -size;
    }

    private static int power(double size) {
        return (int) Math.ceil(StrictMath.log(size) / LOG_GAMMA);
    }

    private static double edge(int bin) {
        return StrictMath.exp((bin - SHIFT) * LOG_GAMMA);
    }
}
