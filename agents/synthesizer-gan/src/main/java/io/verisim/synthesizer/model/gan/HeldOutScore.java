package io.verisim.synthesizer.model.gan;

import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How like made rows are to real ones: the mean over columns, and that over pairs of columns, of 1 − half the sum of
 * differences of frequencies, numbers being in tenths by the real rows; half of one and half of the other.
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
        double pairs = 0;
        int counted = 0;
        for (int distance = 1; distance < columns && counted < MOST_PAIRS; distance++) {
            for (int j = 0; j + distance < columns && counted < MOST_PAIRS; j++) {
                int k = j + distance;
                pairs += likeness(
                        new int[][] {realCells[j], realCells[k]},
                        new int[][] {cells[j], cells[k]},
                        sizes[j],
                        sizes[k]);
                counted++;
            }
        }
        return counted == 0 ? single / columns : (single / columns + pairs / counted) / 2;
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
