package io.verisim.mock.crm;

import java.util.List;
import java.util.Optional;

/**
 * A table as the database's catalogue describes it.
 *
 * @param schema schema name
 * @param name table name
 * @param columns its columns in order
 * @param key columns that tell a row from all others; empty where there are none
 */
record CrmTable(String schema, String name, List<CrmColumn> columns, List<String> key) {

    CrmTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    Optional<CrmColumn> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    List<CrmColumn> keyColumns() {
        return key.stream().flatMap(name -> column(name).stream()).toList();
    }

    /** The table as it is written in SQL. */
    String quoted() {
        return Sql.quoted(schema) + "." + Sql.quoted(name);
    }

    /** Key values name a record for good, so they are not edited. */
    boolean isEditable(CrmColumn column) {
        return column.kind() != ColumnKind.OTHER && !column.computed() && !key.contains(column.name());
    }
}
