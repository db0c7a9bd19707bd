package io.verisim.distributor.target.postgres;

import io.verisim.distributor.target.ColumnMapping;

/**
 * A column of the database table that is written.
 *
 * @param source the column of the dataset
 * @param name its name in the database
 * @param type its type there
 * @param required whether the table is made to hold a value in every row
 */
record TableColumn(ColumnMapping.Mapped source, String name, SqlType type, boolean required) {

    /** A column as a new table should have it. */
    static TableColumn wanted(ColumnMapping.Mapped source, String name) {
        return new TableColumn(
                source,
                name,
                SqlType.forColumn(source.schema()),
                !source.schema().nullable());
    }

    /** As text, which takes anything. */
    TableColumn asText() {
        return new TableColumn(source, name, SqlType.TEXT, required);
    }

    TableColumn optional() {
        return new TableColumn(source, name, type, false);
    }

    Conversion conversion() {
        return Conversion.between(source.schema(), type);
    }

    String definition() {
        return Sql.quoted(name) + " " + type.spelling() + (required ? " NOT NULL" : "");
    }
}
