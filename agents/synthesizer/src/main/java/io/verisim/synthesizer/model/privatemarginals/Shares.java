package io.verisim.synthesizer.model.privatemarginals;

/**
 * How the budget is shared out, by what is known without the data.
 *
 * @param rows for the number of rows
 * @param values for each column's values
 * @param rounds for each round of each numeric column's intervals, one after the other
 * @param choice for each choice of a pair
 * @param pair for each pair
 */
@SuppressWarnings("ArrayRecordComponent")
record Shares(double rows, double values, double[] rounds, double choice, double pair) {

    private static final double ROWS = 1;
    private static final double VALUES = 7;
    private static final double INTERVALS = 4;
    private static final double CHOICES = 2;
    private static final double PAIRS = 9;

    /** Shares of the rounds among all that is spent on intervals; the last one's counts are what is drawn from. */
    private static final double[] OF_ROUNDS = {0.2, 0.2, 0.6};

    static Shares of(double rho, int columns, int numeric) {
        double intervals = numeric == 0 ? 0 : INTERVALS;
        double choices = columns < 3 ? 0 : CHOICES;
        double pairs = columns < 2 ? 0 : PAIRS;
        double unit = rho / (ROWS + (columns == 0 ? 0 : VALUES) + intervals + choices + pairs);
        double[] rounds = new double[OF_ROUNDS.length];
        for (int round = 0; round < rounds.length; round++) {
            rounds[round] = unit * intervals * OF_ROUNDS[round] / Math.max(1, numeric);
        }
        return new Shares(
                unit * ROWS,
                unit * VALUES / Math.max(1, columns),
                rounds,
                unit * choices / Math.max(1, columns - 1),
                unit * pairs / Math.max(1, columns - 1));
    }
}
