package io.verisim.testbuilder.plan;

import io.verisim.model.testing.DataBinding;
import io.verisim.model.testing.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row that a scenario speaks of, under the name it gives it. */
final class BoundRow {

    private final String name;
    private final Dataset data;
    private final int row;
    private final Map<String, String> fields = new LinkedHashMap<>();

    BoundRow(String name, Dataset data, int row) {
        this.name = name;
        this.data = data;
        this.row = row;
    }

    String name() {
        return name;
    }

    int row() {
        return row;
    }

    /** The value of a column, as a reference that the binding lists from now on. */
    Value reference(DataColumn column) {
        fields.put(column.name(), text(column));
        return Value.dataRef(name, column.name());
    }

    /** The value of a column as it is shown. */
    String text(DataColumn column) {
        return column.shown(row)
                .orElseThrow(() -> new CannotBind("Row " + (row + 1) + " has no value in \"" + column.name()
                        + "\" that looks the same everywhere."));
    }

    DataBinding binding() {
        Optional<DataColumn> key = data.key();
        String keyValue = key.map(column -> column.value(row)).orElse(null);
        return new DataBinding(
                name, data.table(), row + 1L, key.map(DataColumn::name).orElse(null), keyValue, fields);
    }
}
