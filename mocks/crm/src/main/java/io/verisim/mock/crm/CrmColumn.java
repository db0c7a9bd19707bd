package io.verisim.mock.crm;

import org.jspecify.annotations.Nullable;

/**
 * A column as the database's catalogue describes it.
 *
 * @param name column name
 * @param kind what can be done with its values
 * @param sqlType type as it is written in SQL, such as {@code numeric(10,2)}
 * @param nullable whether it may be empty
 * @param computed whether the database computes it
 * @param maxLength characters at most; null where unlimited
 */
record CrmColumn(
        String name,
        ColumnKind kind,
        String sqlType,
        boolean nullable,
        boolean computed,
        @Nullable Integer maxLength) {

    /** The name as it is written in SQL. */
    String quoted() {
        return Sql.quoted(name);
    }

    boolean isNumber() {
        return kind == ColumnKind.INTEGER || kind == ColumnKind.DECIMAL;
    }
}
