package io.verisim.tabular;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column on its way to a writer. A row is missing, or a text of a dictionary that the blocks of a table share, or a
 * number or moment that has no text yet. Immutable; the arrays are handed out without a copy and must not be written.
 */
public final class TypedColumn {

    /** Code of a missing value. */
    public static final int MISSING = TextColumn.MISSING;

    /** Code of a row that holds a value of {@link #values()}. */
    public static final int VALUE = -2;

    private static final long[] NO_VALUES = {};

    private final String name;
    private final int[] codes;
    private final List<String> dictionary;
    private final long[] values;
    private final @Nullable ValueFormat format;

    private TypedColumn(
            String name, int[] codes, List<String> dictionary, long[] values, @Nullable ValueFormat format) {
        this.name = name;
        this.codes = codes;
        this.dictionary = dictionary;
        this.values = values;
        this.format = format;
    }

    /**
     * A column of texts.
     *
     * @param codes one a row, an index into the dictionary or {@link #MISSING}; not copied
     * @param dictionary texts of which some may be unused, and some equal; not copied, and kept by writers for as long as
     *     blocks come with the same list
     */
    public static TypedColumn texts(String name, int[] codes, List<String> dictionary) {
        return new TypedColumn(name, codes, dictionary, NO_VALUES, null);
    }

    /**
     * A column of finite numbers or of moments, and texts where there are others among them.
     *
     * @param codes one a row, as with {@link #texts}, or {@link #VALUE}; not copied
     * @param values one a row, as coded by the format; meaningful where the code is {@link #VALUE}; not copied
     */
    public static TypedColumn values(
            String name, int[] codes, List<String> dictionary, long[] values, ValueFormat format) {
        return new TypedColumn(name, codes, dictionary, values, format);
    }

    /** A column of texts as they come; null is missing. */
    public static TypedColumn of(String name, @Nullable String[] texts) {
        List<String> present = new ArrayList<>(texts.length);
        int[] codes = new int[texts.length];
        for (int row = 0; row < texts.length; row++) {
            String text = texts[row];
            codes[row] = text == null ? MISSING : present.size();
            if (text != null) {
                present.add(text);
            }
        }
        return texts(name, codes, present);
    }

    /** The same column as it was read. */
    public static TypedColumn of(TextColumn column) {
        return texts(column.name(), column.codes(), column.dictionary());
    }

    public String name() {
        return name;
    }

    public int rows() {
        return codes.length;
    }

    /** One a row: an index into {@link #dictionary()}, {@link #MISSING}, or {@link #VALUE}. Read only. */
    public int[] codes() {
        return codes;
    }

    public List<String> dictionary() {
        return dictionary;
    }

    /** One a row where any row holds a value, else none; coded by {@link #format()}. Read only. */
    public long[] values() {
        return values;
    }

    /** Writes the values; null for a column of texts alone. */
    public @Nullable ValueFormat format() {
        return format;
    }

    /** What is written; null is missing. */
    public @Nullable String text(int row) {
        int code = codes[row];
        if (code == VALUE && format != null) {
            return format.text(values[row]);
        }
        return code == MISSING ? null : dictionary.get(code);
    }
}
