package io.verisim.synthesizer.model.privatemarginals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the numbers of a column lie that are not told one by one. The first round counts them between powers of two, which
 * are the same for every table; each further round divides the intervals in which there clearly are some, the more finely
 * the more there are, and counts again. In each round a row is in one interval, the sensitivity is 1.
 *
 * @param low where each begins, ascending
 * @param high where each ends, not in it
 * @param counts noisy, positive
 */
@SuppressWarnings("ArrayRecordComponent")
record Intervals(double[] low, double[] high, long[] counts) {

    /** Numbers nearer to 0 than 2 to this power are one interval. */
    private static final int SMALLEST = -20;

    /** Numbers of 2 to this power and more are not drawn. */
    private static final int LARGEST = 62;

    /** Times the noise that counts as clearly some; in the first round more, for its many empty intervals. */
    private static final double CLEARLY_AT_FIRST = 4;

    private static final double CLEARLY = 2;

    /** Times the noise that is worth an interval of its own. */
    private static final double WORTH = 8;

    private static final int[] MOST_PARTS = {16, 64};

    /**
     * Finds them.
     *
     * @param numbers ascending
     * @param step numbers are multiples of it; 0 where that is not known
     * @param rounds a mechanism for each round, three of them
     */
    static Intervals of(double[] numbers, double step, List<Gaussian> rounds) {
        Intervals found = powers().measured(numbers, rounds.getFirst(), CLEARLY_AT_FIRST);
        for (int round = 1; round < rounds.size(); round++) {
            Gaussian mechanism = rounds.get(round);
            found = found.divided(mechanism.sigma(), MOST_PARTS[round - 1], step)
                    .measured(numbers, mechanism, CLEARLY);
        }
        return found;
    }

    private static Intervals powers() {
        int sides = LARGEST - SMALLEST;
        double[] ends = new double[2 * sides + 2];
        for (int i = 0; i <= sides; i++) {
            ends[sides + 1 + i] = Math.scalb(1.0, SMALLEST + i);
            ends[sides - i] = -Math.scalb(1.0, SMALLEST + i);
        }
        int size = ends.length - 1;
        return new Intervals(Arrays.copyOf(ends, size), Arrays.copyOfRange(ends, 1, size + 1), new long[size]);
    }

    /** Each divided by its count, not below the step. */
    private Intervals divided(double sigma, int most, double step) {
        List<double[]> parts = new ArrayList<>();
        for (int i = 0; i < low.length; i++) {
            double width = high[i] - low[i];
            double worth = Math.min(most, counts[i] / (WORTH * sigma));
            int pieces = Math.max(1, (int) (step > 0 ? Math.min(worth, Math.ceil(width / step)) : worth));
            double from = low[i];
            for (int part = 1; part <= pieces; part++) {
                double to = part == pieces ? high[i] : toStep(low[i] + width * part / pieces, step);
                if (to > from) {
                    parts.add(new double[] {from, to});
                    from = to;
                }
            }
        }
        return new Intervals(
                parts.stream().mapToDouble(part -> part[0]).toArray(),
                parts.stream().mapToDouble(part -> part[1]).toArray(),
                new long[parts.size()]);
    }

    private static double toStep(double value, double step) {
        return step > 0 ? Math.ceil(value / step) * step : value;
    }

    private Intervals measured(double[] numbers, Gaussian mechanism, double clearly) {
        long[] exact = new long[low.length];
        for (double number : numbers) {
            int at = at(number);
            if (at >= 0) {
                exact[at]++;
            }
        }
        long[] noisy = mechanism.noisy(exact);
        int[] kept = java.util.stream.IntStream.range(0, noisy.length)
                .filter(i -> noisy[i] >= clearly * mechanism.sigma())
                .toArray();
        return new Intervals(
                Arrays.stream(kept).mapToDouble(i -> low[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> high[i]).toArray(),
                Arrays.stream(kept).mapToLong(i -> Math.max(1, noisy[i])).toArray());
    }

    /** The interval that a number is in; −1 where in none. */
    int at(double number) {
        int at = Arrays.binarySearch(low, number);
        at = at >= 0 ? at : -at - 2;
        return at >= 0 && number < high[at] ? at : -1;
    }

    static Intervals none() {
        return new Intervals(new double[0], new double[0], new long[0]);
    }
}
