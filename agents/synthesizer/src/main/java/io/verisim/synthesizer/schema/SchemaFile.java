package io.verisim.synthesizer.schema;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.constraint.Constraint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table as a user describes it; its JSON Schema is {@code table.schema.json}.
 *
 * @param name table name; null for that of the source
 * @param locale where invented people are from; null for the default
 * @param columns the columns; with a source only those about which something is said, none in particular
 * @param primaryKey columns that are unique together and miss no value
 * @param constraints what must hold in every record
 * @param correlations dependence of columns where there is no source
 */
public record SchemaFile(
        @Nullable String name,
        @Nullable String locale,
        @Nullable List<SchemaColumn> columns,
        @Nullable List<String> primaryKey,
        @Nullable List<Constraint> constraints,
        @Nullable Correlations correlations) {

    public SchemaFile {
        columns = columns == null ? List.of() : List.copyOf(columns);
        primaryKey = primaryKey == null ? List.of() : List.copyOf(primaryKey);
        constraints = constraints == null ? List.of() : List.copyOf(constraints);
    }

    /** A file with nothing but constraints. */
    public static SchemaFile of(@Nullable String name, List<Constraint> constraints) {
        return new SchemaFile(name, null, List.of(), List.of(), constraints, null);
    }

    /**
     * A Gaussian copula.
     *
     * @param columns columns that go together
     * @param matrix correlation of their normal scores: symmetric, 1 in the diagonal, positive definite
     */
    public record Correlations(List<String> columns, List<List<Double>> matrix) {
        public Correlations {
            columns = List.copyOf(columns);
            matrix = matrix.stream().map(List::copyOf).toList();
        }
    }

    @Override
    public List<SchemaColumn> columns() {
        return columns == null ? List.of() : columns;
    }

    @Override
    public List<String> primaryKey() {
        return primaryKey == null ? List.of() : primaryKey;
    }

    /** As the file lists them. */
    @Override
    public List<Constraint> constraints() {
        return constraints == null ? List.of() : constraints;
    }

    /** All constraints, with those that columns and the primary key imply. */
    public List<Constraint> allConstraints() {
        Set<Constraint> all = new LinkedHashSet<>(constraints());
        for (SchemaColumn column : columns()) {
            if (Boolean.FALSE.equals(column.nullable())) {
                all.add(new Constraint.Required(column.name()));
            }
            if (Boolean.TRUE.equals(column.unique())) {
                all.add(new Constraint.Unique(List.of(column.name())));
            }
        }
        if (!primaryKey().isEmpty()) {
            all.add(new Constraint.Unique(primaryKey()));
            primaryKey().forEach(column -> all.add(new Constraint.Required(column)));
        }
        return List.copyOf(all);
    }

    public Optional<SchemaColumn> column(String columnName) {
        return columns().stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /**
     * A source's columns with what this file says of them instead.
     *
     * @throws VerisimException CONFIGURATION where it names a column that the source lacks
     */
    public TableSchema over(TableSchema inferred) {
        List<String> unknown = new ArrayList<>();
        columns().stream()
                .map(SchemaColumn::name)
                .filter(column -> inferred.column(column).isEmpty())
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw VerisimException.configuration(
                    "SCHEMA_UNKNOWN_COLUMN",
                    "The schema describes columns that table '" + inferred.name() + "' lacks: "
                            + String.join(", ", unknown) + ".",
                    "Correct their names, or leave them out.");
        }
        return new TableSchema(
                inferred.name(),
                inferred.columns().stream()
                        .map(column -> column(column.name())
                                .map(said -> said.over(column))
                                .orElse(column))
                        .toList());
    }
}
