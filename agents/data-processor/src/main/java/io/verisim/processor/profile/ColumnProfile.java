package io.verisim.processor.profile;

import io.verisim.model.table.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column looks like. Of a sensitive column neither values nor extremes are told.
 *
 * @param name column name
 * @param type logical type
 * @param format pattern of dates and times, spellings of a boolean; null where the type needs none
 * @param scale decimals written; null where the type needs none or it varies
 * @param missing rows without a value
 * @param unread rows whose value does not read as the column's type
 * @param completeness share of rows with a value, from 0 to 1; 1 in a table without rows
 * @param distinct number of distinct values
 * @param masked whether values are left out because the column is sensitive
 * @param numbers statistics of a numeric column; null of others
 * @param range extremes of a date or time as text; null of others and where masked
 * @param length lengths of the values in characters; null in a column without values
 * @param top the most frequent values; empty where masked
 * @param shapes the most frequent shapes: 9 for a digit, A and a for letters, a plus sign for repetition
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        @Nullable String format,
        @Nullable Integer scale,
        long missing,
        long unread,
        double completeness,
        long distinct,
        boolean masked,
        @Nullable NumberProfile numbers,
        @Nullable Range range,
        @Nullable Length length,
        List<Frequency> top,
        List<Frequency> shapes) {

    public ColumnProfile {
        top = List.copyOf(top);
        shapes = List.copyOf(shapes);
    }

    /** How often something occurs. */
    public record Frequency(String value, long count) {}

    /** Earliest and latest. */
    public record Range(String min, String max) {}

    /** Shortest, mean and longest. */
    public record Length(int min, double mean, int max) {}
}
