package io.vigie.query.modelquality;

/**
 * A figure with its interval at 95 %.
 *
 * @param value 0–1
 * @param low 0–1
 * @param high 0–1
 */
record Figure(double value, double low, double high) {

    private static final double Z = 1.959963984540054;

    /**
     * A share with the interval of Wilson (Probable inference, the law of succession, and statistical inference, JASA 22,
     * 1927).
     *
     * @param found at most {@code of}
     * @param of more than none
     * @param weight what one of them counts in the interval, above 0, at most 1
     */
    static Figure share(double found, double of, double weight) {
        double share = found / of;
        double independent = of * weight;
        double shrink = 1 + Z * Z / independent;
        double middle = (share + Z * Z / (2 * independent)) / shrink;
        double half =
                Z / shrink * Math.sqrt(share * (1 - share) / independent + Z * Z / (4 * independent * independent));
        return new Figure(
                share, Math.max(0, Math.min(share, middle - half)), Math.min(1, Math.max(share, middle + half)));
    }

    /** A normal interval, cut to what is possible. */
    static Figure normal(double value, double variance) {
        double half = Z * Math.sqrt(Math.max(0, variance));
        return new Figure(value, Math.max(0, value - half), Math.min(1, value + half));
    }
}
