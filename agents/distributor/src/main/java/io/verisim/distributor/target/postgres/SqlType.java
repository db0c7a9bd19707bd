package io.verisim.distributor.target.postgres;

import io.verisim.model.table.ColumnSchema;
import io.verisim.tabular.TimePattern;
import java.util.Optional;

/** Types of database columns, as far as they matter for writing values. */
enum SqlType {
    BIGINT("bigint"),
    NUMERIC("numeric"),
    DOUBLE("double precision"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIME("time"),
    TIMESTAMP("timestamp"),
    TIMESTAMPTZ("timestamptz"),
    TEXT("text"),
    /** Any other; the database reads the text as it is. */
    OTHER("");

    private final String spelling;

    SqlType(String spelling) {
        this.spelling = spelling;
    }

    /** As it stands in CREATE TABLE. */
    String spelling() {
        return spelling;
    }

    /** What a new column for these values is. A date whose format is not understood stays text. */
    static SqlType forColumn(ColumnSchema column) {
        return switch (column.type()) {
            case INTEGER -> BIGINT;
            case DECIMAL -> column.scale() == null ? DOUBLE : NUMERIC;
            case BOOLEAN -> BOOLEAN;
            case DATE, TIME, DATETIME ->
                timePattern(column).map(SqlType::forTimes).orElse(TEXT);
            case TEXT -> TEXT;
        };
    }

    private static SqlType forTimes(TimePattern pattern) {
        return switch (pattern.type()) {
            case DATE -> DATE;
            case TIME -> TIME;
            default -> hasOffset(pattern.pattern()) ? TIMESTAMPTZ : TIMESTAMP;
        };
    }

    private static boolean hasOffset(String pattern) {
        return pattern.replaceAll("'[^']*'", "").matches(".*[Xx].*");
    }

    /** How a column spells its times; empty where it holds none, or its format is not understood. */
    static Optional<TimePattern> timePattern(ColumnSchema column) {
        String format = column.format();
        return switch (column.type()) {
            case DATE -> TimePattern.find(format == null ? "yyyy-MM-dd" : format);
            case TIME -> TimePattern.find(format == null ? "HH:mm:ss" : format);
            case DATETIME -> TimePattern.find(format == null ? "yyyy-MM-dd HH:mm:ss" : format);
            default -> Optional.empty();
        };
    }

    /** The type of an existing column, by PostgreSQL's name of it. */
    static SqlType named(String typname) {
        return switch (typname) {
            // what int2 and int4 cannot hold, the database says
            case "int2", "int4", "int8" -> BIGINT;
            case "numeric" -> NUMERIC;
            case "float4", "float8" -> DOUBLE;
            case "bool" -> BOOLEAN;
            case "date" -> DATE;
            case "time" -> TIME;
            case "timestamp" -> TIMESTAMP;
            case "timestamptz" -> TIMESTAMPTZ;
            case "text", "varchar", "bpchar" -> TEXT;
            default -> OTHER;
        };
    }
}
