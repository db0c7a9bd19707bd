package io.verisim.synthesizer.quality.data;

import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
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

    /**
     * Values of one table before they have a code in common with those of the others.
     *
     * @param codes by row, an index into {@code meanings} or {@link TextColumn#MISSING}; not a copy
     * @param meanings a {@link Double} or text; null is missing. Two may be equal, and some may occur in no row
     */
    public record Meant(int[] codes, List<@Nullable Object> meanings) {}

    /** Codes values that are {@link Double}s or text; a number never equals a text, null is missing. */
    public static CategoryColumn coded(ColumnSpec spec, List<Meant> sides) {
        TreeSet<Object> distinct = new TreeSet<>(CategoryColumn::compare);
        for (Meant side : sides) {
            boolean[] occurs = occurs(side);
            for (int code = 0; code < occurs.length; code++) {
                Object value = side.meanings().get(code);
                if (value != null && occurs[code]) {
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
        int[][] coded = sides.stream().map(side -> translated(side, codes)).toArray(int[][]::new);
        return new CategoryColumn(spec, coded, categories);
    }

    private static boolean[] occurs(Meant side) {
        boolean[] occurs = new boolean[side.meanings().size()];
        for (int code : side.codes()) {
            if (code != TextColumn.MISSING) {
                occurs[code] = true;
            }
        }
        return occurs;
    }

    private static int[] translated(Meant side, Map<Object, Integer> codes) {
        int[] translation = new int[side.meanings().size()];
        for (int code = 0; code < translation.length; code++) {
            Object value = side.meanings().get(code);
            translation[code] = value == null ? TextColumn.MISSING : codes.getOrDefault(value, 0);
        }
        int[] translated = new int[side.codes().length];
        for (int row = 0; row < translated.length; row++) {
            int code = side.codes()[row];
            translated[row] = code == TextColumn.MISSING ? TextColumn.MISSING : translation[code];
        }
        return translated;
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

    @Override
    public CategoryColumn parts(int[] first, int[] second) {
        return new CategoryColumn(spec, new int[][] {pick(first), pick(second)}, categories);
    }

    private int[] pick(int[] rows) {
        int[] picked = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = sides[0][rows[i]];
        }
        return picked;
    }

    @Override
    public CategoryColumn withHoldoutAsSynthetic() {
        return new CategoryColumn(spec, new int[][] {codes(Side.REAL), codes(Side.HOLDOUT)}, categories);
    }
}
