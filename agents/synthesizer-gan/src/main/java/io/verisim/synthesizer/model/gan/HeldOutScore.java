package io.verisim.synthesizer.model.gan;

import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How like made rows are to real ones: the mean over columns, and that over pairs of columns, of 1 − half the sum of
 * differences of frequencies, numbers being in tenths by the real rows; half of one and half of the other. A pair counts
 * by the square of its distance from independence in the real rows: else the many pairs that are nearly independent, which
 * a network that has learnt nothing gets right, would hide the few that are not.
 */
final class HeldOutScore {

    private static final int PARTS = 10;
    private static final int MOST_PAIRS = 300;

    /** Levels that differ by a multiple of this count as one, which bounds the work. */
    private static final int MOST_LEVELS = 40;

    private final SampleBlock real;
    private final double[][] limits;
    private final int[][] realCells;
    private final int[] sizes;
    private final List<Pair> pairs;

    /** Two columns, and how much they count. */
    private record Pair(int one, int other, double weight) {}

    /**
     * A score against real rows.
     *
     * @param real at least one row
     * @param levels number of levels of each column
     */
    HeldOutScore(SampleBlock real, int[] levels) {
        this.real = real;
        limits = new double[levels.length][];
        sizes = new int[levels.length];
        for (int j = 0; j < levels.length; j++) {
            limits[j] = limits(j);
            sizes[j] = Math.min(levels[j], MOST_LEVELS) + limits[j].length + 1;
        }
        realCells = cells(real);
        pairs = pairs();
    }

    private double[] limits(int column) {
        if (real.numbers(column).length == 0) {
            return new double[0];
        }
        double[] sorted = IntStream.range(0, real.rows())
                .filter(row -> real.codes(column)[row] == ModelColumn.NUMBER)
                .mapToDouble(row -> real.numbers(column)[row])
                .sorted()
                .toArray();
        return sorted.length == 0
                ? sorted
                : IntStream.range(1, PARTS)
                        .mapToDouble(part -> sorted[part * sorted.length / PARTS])
                        .distinct()
                        .toArray();
    }

    private int[][] cells(SampleBlock block) {
        int[][] cells = new int[limits.length][block.rows()];
        for (int j = 0; j < cells.length; j++) {
            for (int row = 0; row < block.rows(); row++) {
                int code = block.codes(j)[row];
                if (code >= 0) {
                    cells[j][row] = limits[j].length + 1 + code % MOST_LEVELS;
                } else {
                    int at = Arrays.binarySearch(limits[j], block.numbers(j)[row]);
                    cells[j][row] = at >= 0 ? at + 1 : -at - 1;
                }
            }
        }
        return cells;
    }

    private List<Pair> pairs() {
        List<Pair> found = new ArrayList<>();
        for (int distance = 1; distance < sizes.length && found.size() < MOST_PAIRS; distance++) {
            for (int j = 0; j + distance < sizes.length && found.size() < MOST_PAIRS; j++) {
                int k = j + distance;
                double strength = strength(j, k);
                found.add(new Pair(j, k, strength * strength));
            }
        }
        return found;
    }

    /** Half the sum of differences between the joint frequencies and those that independent columns would have. */
    private double strength(int j, int k) {
        double[] one = shares(realCells[j], sizes[j]);
        double[] other = shares(realCells[k], sizes[k]);
        double[] difference = new double[sizes[j] * sizes[k]];
        count(new int[][] {realCells[j], realCells[k]}, sizes[k], 1.0 / real.rows(), difference);
        double apart = 0;
        for (int cell = 0; cell < difference.length; cell++) {
            apart += Math.abs(difference[cell] - one[cell / sizes[k]] * other[cell % sizes[k]]);
        }
        return apart / 2;
    }

    private static double[] shares(int[] cells, int size) {
        double[] shares = new double[size];
        count(new int[][] {cells, new int[cells.length]}, 1, 1.0 / cells.length, shares);
        return shares;
    }

    /** The score of made rows, 0 to 1. */
    double of(SampleBlock made) {
        int[][] cells = cells(made);
        int columns = sizes.length;
        double single = 0;
        for (int j = 0; j < columns; j++) {
            int[] nothing = new int[realCells[j].length];
            int[] none = new int[cells[j].length];
            single += likeness(new int[][] {realCells[j], nothing}, new int[][] {cells[j], none}, sizes[j], 1);
        }
        double sum = 0;
        double weights = 0;
        for (Pair pair : pairs) {
            int j = pair.one;
            int k = pair.other;
            sum += pair.weight
                    * likeness(
                            new int[][] {realCells[j], realCells[k]},
                            new int[][] {cells[j], cells[k]},
                            sizes[j],
                            sizes[k]);
            weights += pair.weight;
        }
        return weights == 0 ? single / columns : (single / columns + sum / weights) / 2;
    }

    /** Likeness of the joint frequencies of two columns. */
    private static double likeness(int[][] real, int[][] made, int size, int otherSize) {
        double[] difference = new double[size * otherSize];
        count(real, otherSize, 1.0 / real[0].length, difference);
        count(made, otherSize, -1.0 / made[0].length, difference);
        double apart = 0;
        for (double share : difference) {
            apart += Math.abs(share);
        }
        return 1 - apart / 2;
    }

    private static void count(int[][] cells, int otherSize, double share, double[] difference) {
        for (int row = 0; row < cells[0].length; row++) {
            difference[cells[0][row] * otherSize + cells[1][row]] += share;
        }
    }
}
