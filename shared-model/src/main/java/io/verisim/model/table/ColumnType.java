package io.verisim.model.table;

/** Logical type of a column's values. Travels in upper case, as in SQL. */
public enum ColumnType {
    /** Whole numbers of at most 64 bits; canonical text as {@link Long#toString(long)}. */
    INTEGER,
    /** Numbers with a fraction or beyond 64 bits, as IEEE 754 doubles; {@code scale} says how many decimals are written. */
    DECIMAL,
    /** Two values; {@code format} holds their spellings as {@code true-text|false-text}. */
    BOOLEAN,
    /** A calendar date; {@code format} is a {@link java.time.format.DateTimeFormatter} pattern. */
    DATE,
    /** A time of day; {@code format} as for a date. */
    TIME,
    /** A date and time of day, with or without offset; {@code format} as for a date. */
    DATETIME,
    /** Anything else. */
    TEXT
}
