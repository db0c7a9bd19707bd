package io.verisim.model.table;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param name column name as in the source, never empty
 * @param type logical type of the values
 * @param format pattern for dates and times, or the spellings of a boolean; null where the type needs none
 * @param scale decimals written for {@link ColumnType#DECIMAL}; null where it varies
 * @param nullable whether missing values occur
 * @param unique whether every value occurs once, as in a key
 * @param strategy how synthetic values are made
 * @param sensitivityType the best guess of what the values are
 * @param sensitive whether the values identify or expose a person
 */
public record ColumnSchema(
        String name,
        ColumnType type,
        @Nullable String format,
        @Nullable Integer scale,
        boolean nullable,
        boolean unique,
        Strategy strategy,
        SensitivityType sensitivityType,
        boolean sensitive) {

    public ColumnSchema {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A column needs a name");
        }
    }

    /** A column about which nothing but name and type is known; modelled, not sensitive. */
    public static ColumnSchema of(String name, ColumnType type) {
        return new ColumnSchema(name, type, null, null, true, false, Strategy.MODEL, SensitivityType.NONE, false);
    }

    public ColumnSchema withFormat(@Nullable String newFormat, @Nullable Integer newScale) {
        return new ColumnSchema(
                name, type, newFormat, newScale, nullable, unique, strategy, sensitivityType, sensitive);
    }

    public ColumnSchema withOccurrence(boolean newNullable, boolean newUnique) {
        return new ColumnSchema(
                name, type, format, scale, newNullable, newUnique, strategy, sensitivityType, sensitive);
    }

    public ColumnSchema withTreatment(Strategy newStrategy, SensitivityType newType, boolean newSensitive) {
        return new ColumnSchema(name, type, format, scale, nullable, unique, newStrategy, newType, newSensitive);
    }
}
