package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.numerics.Interruption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the pairs of columns that are measured, so that they make a tree: round by round the exponential mechanism
 * chooses one that joins two parts, the likelier the further its counts are from what independence would give, less what
 * noise alone would give. One row more or fewer changes such a distance by 1 (R. McKenna, G. Miklau, D. Sheldon, "Winning
 * the NIST Contest", doi:10.29012/jpc.778, and for the noise doi:10.14778/3551793.3551817).
 */
final class SpanningTree {

    /** Mean of the absolute value of a standard normal. */
    private static final double MEAN_NOISE = Math.sqrt(2 / Math.PI);

    private SpanningTree() {}

    /**
     * The pairs, one fewer than columns.
     *
     * @param rows noisy number of rows
     * @param sigma noise with which each pair will be measured
     * @param loss what each choice may cost
     */
    static List<Pair> choose(
            List<MeasuredColumn> columns, long rows, double sigma, double loss, Accountant accountant) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < columns.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(new Pair(j, i));
            }
        }
        if (pairs.size() <= 1) {
            return pairs;
        }
        long[] scores = pairs.stream()
                .mapToLong(pair -> score(columns.get(pair.one()), columns.get(pair.other()), pair, rows, sigma))
                .toArray();
        int[] part = new int[columns.size()];
        Arrays.setAll(part, column -> column);
        List<Pair> chosen = new ArrayList<>();
        while (chosen.size() < columns.size() - 1) {
            int[] open = java.util.stream.IntStream.range(0, scores.length)
                    .filter(p -> part[pairs.get(p).one()] != part[pairs.get(p).other()])
                    .toArray();
            long[] ofOpen = Arrays.stream(open).mapToLong(p -> scores[p]).toArray();
            Pair pair = pairs.get(open[accountant.choose("pair " + (chosen.size() + 1) + " of columns", ofOpen, loss)]);
            chosen.add(pair);
            int gone = part[pair.other()];
            int into = part[pair.one()];
            Arrays.setAll(part, column -> part[column] == gone ? into : part[column]);
        }
        return chosen;
    }

    private static long score(MeasuredColumn first, MeasuredColumn second, Pair pair, long rows, double sigma) {
        Interruption.check();
        long[] expected = Pair.independent(first.cells(), second.cells(), rows);
        long distance = Pair.distance(pair.counts(first, second), expected);
        return distance - Math.round(MEAN_NOISE * sigma * expected.length);
    }

    /** What the distance of counts comes to by noise alone. */
    static double byNoise(double sigma, int cells) {
        return MEAN_NOISE * sigma * cells;
    }
}
