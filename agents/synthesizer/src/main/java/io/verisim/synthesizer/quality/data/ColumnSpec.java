package io.verisim.synthesizer.quality.data;

import org.jspecify.annotations.Nullable;

/**
 * A column that is measured.
 *
 * @param name column name
 * @param kind how its values are measured
 * @param format pattern of {@link java.time.format.DateTimeFormatter} for {@link ColumnKind#DATETIME}; null elsewhere, or
 *     where ISO 8601 is meant
 */
public record ColumnSpec(
        String name, ColumnKind kind, @Nullable String format) {

    public static ColumnSpec of(String name, ColumnKind kind) {
        return new ColumnSpec(name, kind, null);
    }
}
