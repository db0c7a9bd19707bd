package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;

/** A schema with the treatment of each column decided. */
public final class TreatedSchema {

    private TreatedSchema() {}

    /**
     * Applies the classifiers' verdicts: strategy, type and sensitivity of each column that has one.
     *
     * @param schema as inferred from the source
     */
    public static TableSchema of(TableSchema schema, TableSensitivity verdicts) {
        return new TableSchema(
                schema.name(),
                schema.columns().stream()
                        .map(column -> treated(column, verdicts))
                        .toList());
    }

    private static ColumnSchema treated(ColumnSchema column, TableSensitivity verdicts) {
        return verdicts.column(column.name())
                .map(v -> column.withTreatment(v.strategy(), v.sensitivityType(), v.sensitive()))
                .orElse(column);
    }
}
