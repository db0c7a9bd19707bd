package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * NewRowSynthesis: the share of synthetic rows that match no real row. A row matches where every column agrees: numbers
 * |real − syn| ≤ |0.01 · syn|, an infinity only itself, categories equal, missing only missing. Real rows are looked up by their categories and
 * pattern of missing values, and among those by the numeric column that parts them best. NaN without rows or columns.
 */
public final class NewRows {

    private static final double TOLERANCE = 0.01;

    private final double[][] realNumbers;
    private final double[][] syntheticNumbers;
    private final double[][] realCodes;
    private final double[][] syntheticCodes;

    private NewRows(AlignedTable table) {
        List<AlignedColumn> numbers = table.columns().stream()
                .filter(c -> c.spec().kind().continuous())
                .sorted(Comparator.comparingLong(NewRows::distinct).reversed())
                .toList();
        List<AlignedColumn> codes = table.columns().stream()
                .filter(c -> !c.spec().kind().continuous())
                .toList();
        realNumbers = values(numbers, Side.REAL);
        syntheticNumbers = values(numbers, Side.SYNTHETIC);
        realCodes = values(codes, Side.REAL);
        syntheticCodes = values(codes, Side.SYNTHETIC);
    }

    /** The share of rows that are new, from 0 to 1. */
    public static double score(AlignedTable table) {
        int synthetic = table.rows(Side.SYNTHETIC);
        if (synthetic == 0 || table.columns().isEmpty()) {
            return Double.NaN;
        }
        NewRows rows = new NewRows(table);
        Map<RowKey, double[][]> groups = rows.groups(table.rows(Side.REAL));
        int matched = 0;
        for (int row = 0; row < synthetic; row++) {
            Interruption.checkAt(row);
            double[][] group = groups.get(RowKey.of(rows.syntheticCodes, rows.syntheticNumbers, row));
            matched += group != null && rows.matches(group, row) ? 1 : 0;
        }
        return 1 - (double) matched / synthetic;
    }

    /** Real rows by key, each group in ascending order of its first number. */
    private Map<RowKey, double[][]> groups(int rows) {
        Map<RowKey, List<double[]>> lists = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            Interruption.checkAt(row);
            int at = row;
            double[] numbers =
                    Arrays.stream(realNumbers).mapToDouble(c -> c[at]).toArray();
            lists.computeIfAbsent(RowKey.of(realCodes, realNumbers, row), key -> new ArrayList<>())
                    .add(numbers);
        }
        Map<RowKey, double[][]> groups = new HashMap<>();
        lists.forEach((key, list) -> {
            double[][] sorted = list.toArray(double[][]::new);
            int lead = lead(sorted);
            if (lead >= 0) {
                Arrays.sort(sorted, Comparator.comparingDouble(numbers -> numbers[lead]));
            }
            groups.put(key, sorted);
        });
        return groups;
    }

    /** The first number that is not missing; all rows of a group lack the same ones. */
    private static int lead(double[][] group) {
        return IntStream.range(0, group[0].length)
                .filter(c -> !Double.isNaN(group[0][c]))
                .findFirst()
                .orElse(-1);
    }

    private boolean matches(double[][] group, int row) {
        int lead = lead(group);
        if (lead < 0) {
            return true;
        }
        double value = syntheticNumbers[lead][row];
        double tolerance = tolerance(value);
        for (int i = lowerBound(group, lead, value - 2 * tolerance); i < group.length; i++) {
            if (group[i][lead] > value + 2 * tolerance) {
                return false;
            }
            if (matches(group[i], row)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(double[] real, int row) {
        for (int c = 0; c < real.length; c++) {
            double synthetic = syntheticNumbers[c][row];
            if (!Double.isNaN(synthetic)
                    && real[c] != synthetic
                    && !(Math.abs(real[c] - synthetic) <= tolerance(synthetic))) {
                return false;
            }
        }
        return true;
    }

    private static double tolerance(double synthetic) {
        return Double.isInfinite(synthetic) ? 0 : Math.abs(TOLERANCE * synthetic);
    }

    private static int lowerBound(double[][] group, int lead, double value) {
        int low = 0;
        int high = group.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (group[middle][lead] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[][] values(List<AlignedColumn> columns, Side side) {
        return columns.stream().map(c -> c.numbers(side)).toArray(double[][]::new);
    }

    /** Datetimes count last: one hundredth of the time since 1970 parts next to nothing. */
    private static long distinct(AlignedColumn column) {
        return switch (column.spec().kind()) {
            case DATETIME -> -1;
            default -> Arrays.stream(column.numbers(Side.REAL)).distinct().count();
        };
    }
}
