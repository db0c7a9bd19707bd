package io.verisim.synthesizer.quality.data;

import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the text of a cell means when it is measured. Works on dictionaries, so that every spelling is read once. */
final class Cells {

    /** Spellings of a missing value, those of the reference implementation's CSV reader. */
    private static final Set<String> MISSING = ReadOptions.metrics().missing();

    private Cells() {}

    static boolean isMissing(String text) {
        return MISSING.contains(text);
    }

    /** A number as {@link Double#parseDouble} reads it; NaN where it is none. */
    static double number(String text) {
        if (text.isEmpty() || text.length() > 400 || !startsLikeNumber(text.strip())) {
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
    static double[] doubles(TextColumn column, Function<String, Double> reader) {
        List<String> dictionary = column.dictionary();
        double[] read = new double[dictionary.size()];
        for (int code = 0; code < read.length; code++) {
            String text = dictionary.get(code);
            read[code] = isMissing(text) ? Double.NaN : reader.apply(text);
        }
        int[] codes = column.codes();
        double[] values = new double[codes.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = codes[row] == TextColumn.MISSING ? Double.NaN : read[codes[row]];
        }
        return values;
    }

    /** Categories of a column: numbers where {@code asNumbers}, so that 1 and 1.0 are the same, else text. */
    static List<@Nullable Object> categories(TextColumn column, ColumnKind kind, boolean asNumbers) {
        List<@Nullable Object> meanings = new ArrayList<>();
        for (String text : column.dictionary()) {
            meanings.add(isMissing(text) ? null : category(text, kind, asNumbers));
        }
        List<@Nullable Object> values = new ArrayList<>(column.rows());
        for (int code : column.codes()) {
            values.add(code == TextColumn.MISSING ? null : meanings.get(code));
        }
        return values;
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
