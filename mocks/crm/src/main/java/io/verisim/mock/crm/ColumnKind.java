package io.verisim.mock.crm;

import java.math.BigDecimal;

/** What the CRM can do with the values of a column. */
enum ColumnKind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    /** Shown, not edited. */
    OTHER;

    /** From the name of the base type in PostgreSQL's catalogue. */
    static ColumnKind of(String baseType) {
        return switch (baseType) {
            case "text", "varchar", "bpchar", "citext", "name" -> TEXT;
            case "int2", "int4", "int8" -> INTEGER;
            case "numeric", "float4", "float8" -> DECIMAL;
            case "bool" -> BOOLEAN;
            case "date" -> DATE;
            case "timestamp" -> TIMESTAMP;
            default -> OTHER;
        };
    }

    /** As a person sees a value: decimals without trailing zeros, Yes and No. */
    String display(String databaseText) {
        return switch (this) {
            case BOOLEAN -> databaseText.equals("true") || databaseText.equals("t") ? "Yes" : "No";
            case DECIMAL -> plainDecimal(databaseText);
            default -> databaseText;
        };
    }

    private static String plainDecimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notFinite) {
            return text;
        }
    }
}
