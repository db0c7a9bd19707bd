package io.verisim.distributor.target;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of the dataset go into the target, in which order, under which names. Settings: {@code columns}, an
 * object of target names by source names; {@code exclude}, a list of source names; {@code order}, a list of source names
 * that come first.
 *
 * @param columns in the target's order
 */
public record ColumnMapping(List<Mapped> columns) {

    /**
     * One column.
     *
     * @param index position in the dataset
     * @param schema the column of the dataset
     * @param target its name in the target
     */
    public record Mapped(int index, ColumnSchema schema, String target) {}

    public ColumnMapping {
        columns = List.copyOf(columns);
    }

    /**
     * The mapping of a table by its target's settings.
     *
     * @throws VerisimException CONFIGURATION where a setting names a column that does not exist, or two columns get the
     *     same name
     */
    public static ColumnMapping of(TableSchema schema, TargetSettings settings) {
        Map<String, String> renamed = settings.mapping("columns");
        List<String> excluded = settings.texts("exclude");
        List<String> first = settings.texts("order");
        requireKnown(schema, settings, "columns", renamed.keySet());
        requireKnown(schema, settings, "exclude", excluded);
        requireKnown(schema, settings, "order", first);
        Set<String> sources = new LinkedHashSet<>(first);
        sources.addAll(schema.columnNames());
        excluded.forEach(sources::remove);
        Set<String> targets = new HashSet<>();
        List<Mapped> columns = new ArrayList<>();
        for (String source : sources) {
            int index = schema.columnNames().indexOf(source);
            String target = renamed.getOrDefault(source, source);
            if (!targets.add(target)) {
                throw settings.wrong("columns", "gives two columns the name '" + target + "'");
            }
            columns.add(new Mapped(index, schema.columns().get(index), target));
        }
        if (columns.isEmpty()) {
            throw settings.wrong("exclude", "leaves no column");
        }
        return new ColumnMapping(columns);
    }

    private static void requireKnown(
            TableSchema schema, TargetSettings settings, String setting, Iterable<String> names) {
        for (String name : names) {
            if (schema.column(name).isEmpty()) {
                throw settings.wrong(setting, "names column '" + name + "', which the dataset does not have");
            }
        }
    }

    /** Target names by source names, where they differ. */
    public Map<String, String> renames() {
        Map<String, String> renames = new LinkedHashMap<>();
        for (Mapped column : columns) {
            if (!column.target().equals(column.schema().name())) {
                renames.put(column.schema().name(), column.target());
            }
        }
        return renames;
    }

    /** Whether all columns go over unchanged. */
    public boolean isIdentity(TableSchema schema) {
        return renames().isEmpty()
                && columns.stream().map(Mapped::schema).toList().equals(schema.columns());
    }

    /** The schema of the target. */
    public TableSchema targetSchema(String name) {
        return new TableSchema(
                name,
                columns.stream()
                        .map(c -> new ColumnSchema(
                                c.target(),
                                c.schema().type(),
                                c.schema().format(),
                                c.schema().scale(),
                                c.schema().nullable(),
                                c.schema().unique(),
                                c.schema().strategy(),
                                c.schema().sensitivityType(),
                                c.schema().sensitive()))
                        .toList());
    }
}
