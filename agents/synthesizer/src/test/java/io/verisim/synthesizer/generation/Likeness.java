package io.verisim.synthesizer.generation;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.numerics.KolmogorovSmirnov;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypedValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a twin is from its source: each column by Kolmogorov and Smirnov's distance (numbers, times) and total variation
 * (categories; missing or not), each pair of columns by the total variation of their table. Distances are taken beyond what
 * two samples of one law differ by in one of a thousand cases.
 */
final class Likeness {

    /** Cells of a pair's table a side: this many quantile bins, or the most frequent categories and the rest. */
    private static final int CELLS = 4;

    /** 99.9 % quantile of Kolmogorov and Smirnov's statistic, for large samples: √(−ln(0.0005)/2). */
    private static final double KOLMOGOROV = 1.95;

    /** 99.9 % quantiles of a normal variable, one-sided and two-sided. */
    private static final double ONE_SIDED = 3.09;

    private static final double TWO_SIDED = 3.29;

    private final TextTable real;
    private final TextTable twin;
    private final List<ColumnSchema> columns;

    Likeness(TextTable real, TextTable twin, List<ColumnSchema> columns) {
        this.real = real;
        this.twin = twin;
        this.columns = columns;
    }

    /** The columns and pairs that are further apart than the tolerance and chance allow, each with its excess. */
    List<String> tooFar(double tolerance, boolean pairs) {
        List<String> far = new ArrayList<>();
        for (ColumnSchema column : columns) {
            add(far, column.name(), beyond(column), tolerance);
        }
        for (int i = 0; pairs && i < columns.size(); i++) {
            for (int j = 0; j < i; j++) {
                String[] ofReal = joined(i, j, real);
                String[] ofTwin = joined(i, j, twin);
                add(
                        far,
                        columns.get(j).name() + " with " + columns.get(i).name(),
                        variation(ofReal, ofTwin),
                        tolerance);
            }
        }
        return far;
    }

    private static void add(List<String> far, String what, double beyond, double tolerance) {
        if (beyond > tolerance) {
            far.add(what + ": " + beyond);
        }
    }

    private double beyond(ColumnSchema column) {
        TextColumn ofReal = real.column(column.name()).orElseThrow();
        TextColumn ofTwin = twin.column(column.name()).orElseThrow();
        if (isCategory(column)) {
            return variation(texts(ofReal), texts(ofTwin));
        }
        double[] some = numbers(ofReal, column);
        double[] others = numbers(ofTwin, column);
        double[] present = present(some);
        double[] otherPresent = present(others);
        double missing = variation(presence(some), presence(others));
        if (present.length == 0 || otherPresent.length == 0) {
            return missing;
        }
        double chance = KOLMOGOROV * Math.sqrt(1.0 / present.length + 1.0 / otherPresent.length);
        return Math.max(missing, KolmogorovSmirnov.distance(present, otherPresent) - chance);
    }

    private String[] joined(int i, int j, TextTable table) {
        String[] one = cells(columns.get(i), table);
        String[] other = cells(columns.get(j), table);
        String[] joined = new String[one.length];
        Arrays.setAll(joined, row -> one[row] + "|" + other[row]);
        return joined;
    }

    /** The cell of each row, by the source's quantiles and most frequent categories. */
    private String[] cells(ColumnSchema column, TextTable table) {
        TextColumn ofReal = real.column(column.name()).orElseThrow();
        TextColumn values = table.column(column.name()).orElseThrow();
        String[] cells = texts(values);
        if (isCategory(column)) {
            Map<String, Integer> counts = new HashMap<>();
            for (String text : texts(ofReal)) {
                counts.merge(text, 1, Integer::sum);
            }
            List<String> frequent = counts.keySet().stream()
                    .sorted(java.util.Comparator.<String>comparingInt(counts::get)
                            .reversed()
                            .thenComparing(text -> text))
                    .limit(CELLS)
                    .toList();
            Arrays.setAll(cells, row -> frequent.contains(cells[row]) ? cells[row] : "rest");
            return cells;
        }
        double[] numbers = numbers(values, column);
        double[] sorted = present(numbers(ofReal, column));
        for (int row = 0; row < cells.length; row++) {
            int bin = 0;
            while (bin < CELLS - 1
                    && sorted.length > 0
                    && numbers[row] > sorted[(bin + 1) * (sorted.length - 1) / CELLS]) {
                bin++;
            }
            cells[row] = Double.isNaN(numbers[row]) ? "missing" : "bin " + bin;
        }
        return cells;
    }

    /** Half the sum of differences of shares, less the 99.9 % quantile for two samples of the shares of both together. */
    private static double variation(String[] some, String[] others) {
        Map<String, double[]> counts = new HashMap<>();
        for (String text : some) {
            counts.computeIfAbsent(text, t -> new double[2])[0] += 1.0 / some.length;
        }
        for (String text : others) {
            counts.computeIfAbsent(text, t -> new double[2])[1] += 1.0 / others.length;
        }
        double size = 1.0 / some.length + 1.0 / others.length;
        double distance = 0;
        double mean = 0;
        double variance = 0;
        double largest = 0;
        for (double[] shares : counts.values()) {
            double share = (shares[0] + shares[1]) / 2;
            double error = share * (1 - share) * size;
            distance += Math.abs(shares[0] - shares[1]) / 2;
            mean += Math.sqrt(error * 2 / Math.PI) / 2;
            variance += error * (1 - 2 / Math.PI) / 2;
            largest = Math.max(largest, error);
        }
        double chance = Math.max(TWO_SIDED * Math.sqrt(largest), mean + ONE_SIDED * Math.sqrt(variance));
        return distance - chance;
    }

    private static boolean isCategory(ColumnSchema column) {
        return column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOLEAN;
    }

    private static double[] numbers(TextColumn values, ColumnSchema column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL
                ? TypedValues.numbers(values).values()
                : Arrays.stream(TypedValues.times(values, column).micros())
                        .mapToDouble(micros -> micros == TimePattern.MISSING ? Double.NaN : micros)
                        .toArray();
    }

    private static double[] present(double[] numbers) {
        return Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
    }

    private static String[] presence(double[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> Double.isNaN(number) ? "missing" : "present")
                .toArray(String[]::new);
    }

    private static String[] texts(TextColumn column) {
        String[] texts = new String[column.rows()];
        Arrays.setAll(texts, row -> column.isMissing(row) ? "missing" : "=" + column.value(row));
        return texts;
    }
}
