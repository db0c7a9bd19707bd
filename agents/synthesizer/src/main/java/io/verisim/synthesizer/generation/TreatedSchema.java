package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;

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

    /**
     * The strategies that were really followed, which may differ from those that were asked for.
     *
     * @param source the source's columns
     * @param written the twin's columns, as generation told them; a column that is not among them was dropped
     */
    public static TableSchema followed(TableSchema source, TableSchema written) {
        return new TableSchema(
                source.name(),
                source.columns().stream()
                        .map(column -> withStrategy(
                                column,
                                written.column(column.name())
                                        .map(ColumnSchema::strategy)
                                        .orElse(Strategy.DROP)))
                        .toList());
    }

    /** The strategies that generation will follow for this source. */
    static TableSchema decided(TextTable source, TableSchema asked) {
        return new TableSchema(
                asked.name(),
                asked.columns().stream()
                        .map(column -> withStrategy(column, Treatment.of(column, values(source, column.name()))))
                        .toList());
    }

    private static TextColumn values(TextTable source, String column) {
        return source.column(column)
                .orElseThrow(() -> new IllegalArgumentException("No column '" + column + "' in the source"));
    }

    private static ColumnSchema withStrategy(ColumnSchema column, Strategy strategy) {
        return column.withTreatment(strategy, column.sensitivityType(), column.sensitive());
    }

    private static ColumnSchema treated(ColumnSchema column, TableSensitivity verdicts) {
        return verdicts.column(column.name())
                .map(v -> column.withTreatment(v.strategy(), v.sensitivityType(), v.sensitive()))
                .orElse(column);
    }
}
