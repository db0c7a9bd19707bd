package io.verisim.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column as it was read: every value as text, stored once in a dictionary and referred to by code. Immutable; the
 * arrays are handed out without a copy for hot loops and must not be written.
 */
public final class TextColumn {

    /** Code of a missing value. */
    public static final int MISSING = -1;

    private final String name;
    private final int[] codes;
    private final List<String> dictionary;

    private TextColumn(String name, int[] codes, List<String> dictionary) {
        this.name = name;
        this.codes = codes;
        this.dictionary = dictionary;
    }

    /**
     * A column of already coded values.
     *
     * @param codes one code a row, an index into {@code dictionary} or {@link #MISSING}; not copied
     * @param dictionary the distinct values in order of first occurrence
     */
    public static TextColumn coded(String name, int[] codes, List<String> dictionary) {
        return new TextColumn(name, codes, List.copyOf(dictionary));
    }

    /** A column of plain values; null is missing. */
    public static TextColumn of(String name, List<@Nullable String> values) {
        Map<String, Integer> index = new HashMap<>();
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[values.size()];
        for (int row = 0; row < codes.length; row++) {
            String value = values.get(row);
            if (value == null) {
                codes[row] = MISSING;
            } else {
                Integer code = index.get(value);
                if (code == null) {
                    code = dictionary.size();
                    index.put(value, code);
                    dictionary.add(value);
                }
                codes[row] = code;
            }
        }
        return new TextColumn(name, codes, List.copyOf(dictionary));
    }

    public String name() {
        return name;
    }

    public int rows() {
        return codes.length;
    }

    /** One code a row, {@link #MISSING} for a missing value. Not a copy: read only. */
    public int[] codes() {
        return codes;
    }

    /** The distinct values in order of first occurrence. */
    public List<String> dictionary() {
        return dictionary;
    }

    public @Nullable String value(int row) {
        int code = codes[row];
        return code == MISSING ? null : dictionary.get(code);
    }

    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    public int missing() {
        int missing = 0;
        for (int code : codes) {
            if (code == MISSING) {
                missing++;
            }
        }
        return missing;
    }

    /** Occurrences of each dictionary entry. */
    public int[] counts() {
        int[] counts = new int[dictionary.size()];
        for (int code : codes) {
            if (code != MISSING) {
                counts[code]++;
            }
        }
        return counts;
    }
}
