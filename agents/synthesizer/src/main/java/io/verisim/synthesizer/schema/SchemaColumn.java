package io.verisim.synthesizer.schema;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of a column; whatever is null is found out from the source, or has a default where there is none.
 *
 * @param type in lower case in files
 * @param format of dates and times, or the spellings of a boolean
 * @param decimals decimals of a number
 * @param nullable false where no value may be missing
 * @param nullRate share of missing values where there is no source
 * @param unique true where no value may occur twice
 * @param distribution where there is no source: {@code name} and its parameters
 * @param sdtype SDV's name of the type, kept for the way back
 */
public record SchemaColumn(
        String name,
        @Nullable String type,
        @Nullable String format,
        @Nullable Integer decimals,
        @Nullable Boolean nullable,
        @Nullable Double nullRate,
        @Nullable Boolean unique,
        @Nullable Strategy strategy,
        @Nullable SensitivityType sensitivity,
        @Nullable Map<String, Object> distribution,
        @Nullable String sdtype) {

    public SchemaColumn {
        distribution = distribution == null ? null : Collections.unmodifiableMap(new TreeMap<>(distribution));
    }

    /** A column of a type, about which nothing else is said. */
    public static SchemaColumn of(String name, @Nullable ColumnType type) {
        return new SchemaColumn(
                name, type == null ? null : lower(type), null, null, null, null, null, null, null, null, null);
    }

    static String lower(ColumnType type) {
        return type.name().toLowerCase(java.util.Locale.ROOT);
    }

    public @Nullable ColumnType columnType() {
        return type == null ? null : ColumnType.valueOf(type.toUpperCase(java.util.Locale.ROOT));
    }

    /** A column as it was inferred, with what this one says instead. */
    ColumnSchema over(ColumnSchema inferred) {
        ColumnType own = columnType();
        ColumnSchema typed = own == null || own == inferred.type()
                ? inferred
                : ColumnSchema.of(name, own).withOccurrence(inferred.nullable(), inferred.unique());
        ColumnSchema formatted =
                typed.withFormat(format == null ? typed.format() : format, decimals == null ? typed.scale() : decimals);
        SensitivityType what = sensitivity == null ? inferred.sensitivityType() : sensitivity;
        return formatted.withTreatment(
                strategy == null ? inferred.strategy() : strategy,
                what,
                sensitivity == null ? inferred.sensitive() : sensitivity.identifying());
    }

    /** The column where there is no source: text where no type is said. */
    public ColumnSchema alone() {
        ColumnType own = columnType();
        return ColumnSchema.of(name, own == null ? ColumnType.TEXT : own)
                .withFormat(format, decimals)
                .withOccurrence(nullRate != null && nullRate > 0, Boolean.TRUE.equals(unique))
                .withTreatment(
                        strategy == null ? Strategy.MODEL : strategy,
                        sensitivity == null ? SensitivityType.NONE : sensitivity,
                        false);
    }
}
