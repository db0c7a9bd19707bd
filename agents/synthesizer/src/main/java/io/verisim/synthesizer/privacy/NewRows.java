package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * NewRowSynthesis: the share of synthetic rows that match no real row. A row matches where every column agrees: numbers
 * |real − syn| ≤ |0.01 · syn|, an infinity only itself, categories equal, missing only missing. Real rows are looked up by their categories and
 * pattern of missing values, and among those by the numeric column that parts them best. NaN without rows or columns.
 */
public final class NewRows {

    private static final double TOLERANCE = 0.01;
    private static final int ROWS_PER_PIECE = 16_384;
    private static final int LOOKED_AT = 10_000;

    private final double[][] numbers;
    private final int[][] codes;
    private final long[] prints;
    private final RecordGroups real;

    private NewRows(AlignedTable table, int threads) {
        List<NumberColumn> continuous = table.columns().stream()
                .filter(NumberColumn.class::isInstance)
                .map(NumberColumn.class::cast)
                .sorted(Comparator.comparingLong(NewRows::distinct).reversed())
                .toList();
        List<CategoryColumn> discrete = table.columns().stream()
                .filter(CategoryColumn.class::isInstance)
                .map(CategoryColumn.class::cast)
                .toList();
        numbers = numbers(continuous, Side.SYNTHETIC);
        codes = codes(discrete, Side.SYNTHETIC);
        double[][] realNumbers = numbers(continuous, Side.REAL);
        int[][] realCodes = codes(discrete, Side.REAL);
        List<long[]> both = Workers.map(
                threads,
                2,
                i -> i == 0
                        ? RecordGroups.prints(realNumbers, realCodes, table.rows(Side.REAL))
                        : RecordGroups.prints(numbers, codes, table.rows(Side.SYNTHETIC)));
        prints = both.getLast();
        real = new RecordGroups(realNumbers, realCodes, both.getFirst());
    }

    /** The share of rows that are new, from 0 to 1; threads change nothing of it. */
    public static double score(AlignedTable table, int threads) {
        int synthetic = table.rows(Side.SYNTHETIC);
        if (synthetic == 0 || table.columns().isEmpty()) {
            return Double.NaN;
        }
        NewRows rows = new NewRows(table, threads);
        int pieces = (synthetic + ROWS_PER_PIECE - 1) / ROWS_PER_PIECE;
        int matched = Workers.map(threads, pieces, rows::matched).stream()
                .mapToInt(Integer::intValue)
                .sum();
        return 1 - (double) matched / synthetic;
    }

    /** How many rows of a piece match a real one. */
    private int matched(int piece) {
        double[] values = new double[numbers.length];
        double[] tolerance = new double[numbers.length];
        int[] categories = new int[codes.length];
        int matched = 0;
        int to = Math.min(prints.length, (piece + 1) * ROWS_PER_PIECE);
        for (int row = piece * ROWS_PER_PIECE; row < to; row++) {
            Interruption.checkAt(row);
            for (int c = 0; c < values.length; c++) {
                values[c] = numbers[c][row];
                tolerance[c] = Double.isInfinite(values[c]) ? 0 : Math.abs(TOLERANCE * values[c]);
            }
            for (int c = 0; c < categories.length; c++) {
                categories[c] = codes[c][row];
            }
            matched += real.match(prints[row], values, categories, tolerance) ? 1 : 0;
        }
        return matched;
    }

    private static double[][] numbers(List<NumberColumn> columns, Side side) {
        return columns.stream().map(c -> c.numbers(side)).toArray(double[][]::new);
    }

    private static int[][] codes(List<CategoryColumn> columns, Side side) {
        return columns.stream().map(c -> c.codes(side)).toArray(int[][]::new);
    }

    /**
     * Values among the first rows. Datetimes count last: one hundredth of the time since 1970 parts next to nothing.
     */
    private static long distinct(AlignedColumn column) {
        return switch (column.spec().kind()) {
            case DATETIME -> -1;
            default ->
                Arrays.stream(column.numbers(Side.REAL))
                        .limit(LOOKED_AT)
                        .distinct()
                        .count();
        };
    }
}
