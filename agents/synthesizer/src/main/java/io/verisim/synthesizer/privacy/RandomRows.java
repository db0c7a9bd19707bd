package io.verisim.synthesizer.privacy;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Rows that know nothing of the real ones but the range of each column: numbers uniform between minimum and maximum,
 * whole where all real ones are; categories uniform over those that occur; missing at the column's rate.
 */
final class RandomRows {

    private RandomRows() {}

    /** Values by column and row. */
    static double[][] like(AlignedTable table, int rows, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(~seed);
        return table.columns().stream()
                .map(column -> column(column, rows, random))
                .toArray(double[][]::new);
    }

    private static double[] column(AlignedColumn column, int rows, RandomGenerator random) {
        int real = column.rows(Side.REAL);
        double missingRate = real == 0 ? 1 : (double) column.missing(Side.REAL) / real;
        double[] pool = pool(column);
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = random.nextDouble() < missingRate || pool.length == 0
                    ? Double.NaN
                    : column instanceof NumberColumn
                            ? between(pool[0], pool[1], pool[2] > 0, random)
                            : pool[random.nextInt(pool.length)];
        }
        return values;
    }

    /** Minimum, maximum and whether all are whole, for numbers; the codes that occur, for categories. */
    private static double[] pool(AlignedColumn column) {
        return switch (column) {
            case CategoryColumn c -> {
                int[] counts = c.counts(Side.REAL);
                yield IntStream.range(0, counts.length)
                        .filter(code -> counts[code] > 0)
                        .asDoubleStream()
                        .toArray();
            }
            case NumberColumn n -> {
                double[] present = n.present(Side.REAL);
                Arrays.sort(present);
                boolean whole = Arrays.stream(present).allMatch(x -> x == Math.rint(x));
                yield present.length == 0
                        ? present
                        : new double[] {present[0], present[present.length - 1], whole ? 1 : 0};
            }
        };
    }

    private static double between(double low, double high, boolean whole, RandomGenerator random) {
        double width = high - low;
        return whole
                ? low + Math.min(width, Math.floor(random.nextDouble() * (width + 1)))
                : low + random.nextDouble() * width;
    }
}
