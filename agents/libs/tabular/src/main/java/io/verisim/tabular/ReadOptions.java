package io.verisim.tabular;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a table is read.
 *
 * @param missing spellings that stand for a missing value in a delimited text file
 * @param canonical whether a delimited text file is known to be in the canonical dialect: UTF-8, comma, {@code "},
 *     header row, an empty field missing and {@code ""} the empty string; otherwise the dialect is detected
 * @param tableName name of the table; null takes the file's name without its suffix
 * @param limits what is refused
 */
public record ReadOptions(
        Set<String> missing, boolean canonical, @Nullable String tableName, ReadLimits limits) {

    /** The spellings that common data tools read as missing. */
    static final Set<String> METRICS_MISSING = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "n/a",
            "nan",
            "null");

    public ReadOptions {
        missing = Set.copyOf(missing);
    }

    /** Dialect detected; empty fields, quoted or not, are missing and nothing else is. */
    public static ReadOptions defaults() {
        return new ReadOptions(Set.of(""), false, null, ReadLimits.defaults());
    }

    /** As the quality metrics are defined: the eighteen spellings that common data tools read as missing. */
    public static ReadOptions metrics() {
        return new ReadOptions(METRICS_MISSING, false, null, ReadLimits.defaults());
    }

    /** For files that Verisim wrote: nothing is detected, and the empty string differs from a missing value. */
    public static ReadOptions canonicalCsv() {
        return new ReadOptions(Set.of(), true, null, ReadLimits.defaults());
    }

    public ReadOptions withTableName(String name) {
        return new ReadOptions(missing, canonical, name, limits);
    }

    public ReadOptions withMissing(Set<String> spellings) {
        return new ReadOptions(spellings, canonical, tableName, limits);
    }

    public ReadOptions withLimits(ReadLimits newLimits) {
        return new ReadOptions(missing, canonical, tableName, newLimits);
    }
}
