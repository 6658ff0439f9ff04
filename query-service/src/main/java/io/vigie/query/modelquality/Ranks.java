package io.vigie.query.modelquality;

/**
 * The area under the ROC curve of scores that come in ascending order of probability: how many of the other
 * outcome stand below each is all that it takes, ties counting half (Mann and Whitney 1947).
 */
final class Ranks {

    private double left;
    private double stayed;
    private double below;
    private double belowSquared;
    private double above;
    private double aboveSquared;

    /** Takes all scores of the next higher probability: how many of them left and how many stayed. */
    void take(double moreLeft, double moreStayed) {
        double staysBelow = stayed + moreStayed / 2;
        below += moreLeft * staysBelow;
        belowSquared += moreLeft * staysBelow * staysBelow;
        double leftBelow = left + moreLeft / 2;
        above += moreStayed * leftBelow;
        aboveSquared += moreStayed * leftBelow * leftBelow;
        left += moreLeft;
        stayed += moreStayed;
    }

    /**
     * The area with the variance of DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988), of which each outcome's part is
     * divided by the number of clients rather than of their scores.
     *
     * @param clientsLeft how many of those that left are different clients, above 0
     * @param clientsStayed how many of those that stayed are different clients, above 0
     */
    Figure area(double clientsLeft, double clientsStayed) {
        double variance = variance(below / stayed, belowSquared / (stayed * stayed), left) / clientsLeft
                + variance(above / left, aboveSquared / (left * left), stayed) / clientsStayed;
        return Figure.normal(below / (left * stayed), variance);
    }

    private static double variance(double sum, double squares, double n) {
        return n < 2 ? 0 : (squares - sum * sum / n) / (n - 1);
    }
}
