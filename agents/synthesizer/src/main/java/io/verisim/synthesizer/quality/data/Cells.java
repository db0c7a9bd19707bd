package io.verisim.synthesizer.quality.data;

import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the text of a cell means when it is measured. Works on dictionaries, so that every spelling is read once. */
final class Cells {

    /** Spellings of a missing value, those of the reference implementation's CSV reader. */
    private static final Set<String> MISSING = ReadOptions.metrics().missing();

    /** Characters that a spelling of a missing value begins with; spares most text the search. */
    private static final boolean[] FIRSTS = new boolean[128];

    static {
        MISSING.stream().filter(text -> !text.isEmpty()).forEach(text -> FIRSTS[text.charAt(0)] = true);
    }

    private static final int LONGEST_NUMBER = 400;

    private Cells() {}

    static boolean isMissing(String text) {
        return (text.isEmpty() || text.charAt(0) >= FIRSTS.length || FIRSTS[text.charAt(0)]) && MISSING.contains(text);
    }

    /** A number as {@link Double#parseDouble} reads it; NaN where it is none. */
    static double number(String text) {
        double plain = PlainNumber.read(text);
        if (!Double.isNaN(plain)) {
            return plain;
        }
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !startsLikeNumber(text.strip())) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Spares most text the price of an exception. */
    private static boolean startsLikeNumber(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.' || first == 'I';
    }

    /** Whether every value that is not missing is a number. */
    static boolean allNumbers(TextColumn column) {
        return column.dictionary().stream().allMatch(text -> isMissing(text) || !Double.isNaN(number(text)));
    }

    /** The values of a column as doubles, NaN for missing ones and for those that are no such value. */
    static double[] doubles(TextColumn column, ToDoubleFunction<String> reader) {
        List<String> dictionary = column.dictionary();
        double[] read = new double[dictionary.size()];
        for (int code = 0; code < read.length; code++) {
            String text = dictionary.get(code);
            read[code] = isMissing(text) ? Double.NaN : reader.applyAsDouble(text);
        }
        int[] codes = column.codes();
        double[] values = new double[codes.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = codes[row] == TextColumn.MISSING ? Double.NaN : read[codes[row]];
        }
        return values;
    }

    /** Categories of a column: numbers where {@code asNumbers}, so that 1 and 1.0 are the same, else text. */
    static CategoryColumn.Meant categories(TextColumn column, ColumnKind kind, boolean asNumbers) {
        List<@Nullable Object> meanings = new ArrayList<>();
        for (String text : column.dictionary()) {
            meanings.add(isMissing(text) ? null : category(text, kind, asNumbers));
        }
        return new CategoryColumn.Meant(column.codes(), meanings);
    }

    private static Object category(String text, ColumnKind kind, boolean asNumbers) {
        if (asNumbers) {
            return number(text) + 0.0; // no negative zero
        }
        if (kind == ColumnKind.BOOLEAN) {
            String stripped = text.strip();
            return stripped.equalsIgnoreCase("true") ? "True" : stripped.equalsIgnoreCase("false") ? "False" : text;
        }
        return text;
    }
}
