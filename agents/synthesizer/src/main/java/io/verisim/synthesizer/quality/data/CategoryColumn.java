package io.verisim.synthesizer.quality.data;

import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A categorical or boolean column of several tables, coded by one dictionary for all of them in ascending order: numbers
 * before text, numbers by size. Missing is {@link TextColumn#MISSING}.
 *
 * @param spec the column
 * @param sides codes by table, indexed by {@link Side#ordinal()}; not a copy
 * @param categories every value that occurs in any of the tables
 */
public record CategoryColumn(ColumnSpec spec, int[][] sides, List<String> categories) implements AlignedColumn {

    public CategoryColumn {
        categories = List.copyOf(categories);
    }

    /** Codes values that are {@link Double}s or text; a number never equals a text, null is missing. */
    public static CategoryColumn coded(ColumnSpec spec, List<List<@Nullable Object>> sides) {
        TreeSet<Object> distinct = new TreeSet<>(CategoryColumn::compare);
        for (List<@Nullable Object> side : sides) {
            for (Object value : new HashSet<>(side)) {
                if (value != null) {
                    distinct.add(value);
                }
            }
        }
        Map<Object, Integer> codes = new HashMap<>();
        List<String> categories = new ArrayList<>();
        for (Object value : distinct) {
            codes.put(value, categories.size());
            categories.add(spelling(value));
        }
        int[][] coded = new int[sides.size()][];
        for (int i = 0; i < coded.length; i++) {
            coded[i] = sides.get(i).stream()
                    .mapToInt(value -> value == null ? TextColumn.MISSING : codes.getOrDefault(value, 0))
                    .toArray();
        }
        return new CategoryColumn(spec, coded, categories);
    }

    static int compare(Object a, Object b) {
        if (a instanceof Double x) {
            return b instanceof Double y ? Double.compare(x, y) : -1;
        }
        return b instanceof Double ? 1 : a.toString().compareTo(b.toString());
    }

    static String spelling(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : value.toString();
    }

    /** Codes of a table, an index into {@link #categories()} or {@link TextColumn#MISSING}. Not a copy: read only. */
    public int[] codes(Side side) {
        return sides[side.ordinal()];
    }

    /** Occurrences of each category in a table. */
    public int[] counts(Side side) {
        int[] counts = new int[categories.size()];
        for (int code : codes(side)) {
            if (code != TextColumn.MISSING) {
                counts[code]++;
            }
        }
        return counts;
    }

    @Override
    public int rows(Side side) {
        return codes(side).length;
    }

    @Override
    public int missing(Side side) {
        int missing = 0;
        for (int code : codes(side)) {
            if (code == TextColumn.MISSING) {
                missing++;
            }
        }
        return missing;
    }

    @Override
    public double[] numbers(Side side) {
        int[] codes = codes(side);
        double[] numbers = new double[codes.length];
        for (int row = 0; row < codes.length; row++) {
            numbers[row] = codes[row] == TextColumn.MISSING ? Double.NaN : codes[row];
        }
        return numbers;
    }
}
