package io.verisim.mock.crm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/** What may be typed into a field, by the type of its column. */
final class FieldRules {

    private static final int MAX_TEXT = 100_000;
    private static final int MAX_DIGITS = 300;

    private FieldRules() {}

    /** What is wrong with a value that was typed, in a sentence; empty where nothing is. */
    static Optional<String> complaint(CrmColumn column, String typed) {
        if (typed.isEmpty()) {
            return column.nullable() ? Optional.empty() : Optional.of("This field must not be empty.");
        }
        return switch (column.kind()) {
            case INTEGER -> integer(column, typed.strip());
            case DECIMAL -> isDecimal(typed.strip()) ? Optional.empty() : Optional.of("Enter a number.");
            case BOOLEAN ->
                typed.equals("Yes") || typed.equals("No") ? Optional.empty() : Optional.of("Choose Yes or No.");
            case DATE -> isDate(typed.strip()) ? Optional.empty() : Optional.of("Enter a date as yyyy-mm-dd.");
            case TIMESTAMP ->
                isTimestamp(typed.strip())
                        ? Optional.empty()
                        : Optional.of("Enter date and time as yyyy-mm-dd hh:mm:ss.");
            case TEXT -> text(column, typed);
            case OTHER -> Optional.of("This field cannot be edited.");
        };
    }

    /** The text that the database gets. */
    static String databaseText(CrmColumn column, String typed) {
        return switch (column.kind()) {
            case TEXT, OTHER -> typed;
            case BOOLEAN -> String.valueOf(typed.equals("Yes"));
            case INTEGER, DECIMAL, DATE, TIMESTAMP -> typed.strip();
        };
    }

    private static Optional<String> integer(CrmColumn column, String typed) {
        if (typed.length() > MAX_DIGITS || !typed.matches("[+-]?\\d+")) {
            return Optional.of("Enter a whole number.");
        }
        int bits = switch (column.sqlType()) {
            case "smallint" -> Short.SIZE;
            case "integer" -> Integer.SIZE;
            default -> Long.SIZE;
        };
        return new BigInteger(typed).bitLength() < bits ? Optional.empty() : Optional.of("This number is too large.");
    }

    private static boolean isDecimal(String typed) {
        return typed.length() <= MAX_DIGITS && typed.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)") && plain(typed);
    }

    private static boolean plain(String typed) {
        return new BigDecimal(typed).precision() <= MAX_DIGITS;
    }

    private static boolean isDate(String typed) {
        try {
            return typed.length() == 10 && LocalDate.parse(typed).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTimestamp(String typed) {
        try {
            return LocalDateTime.parse(typed.replaceFirst(" ", "T")).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<String> text(CrmColumn column, String typed) {
        Integer limit = column.maxLength();
        int most = limit == null ? MAX_TEXT : limit;
        return typed.codePointCount(0, typed.length()) <= most
                ? Optional.empty()
                : Optional.of("Enter at most " + String.format(Locale.ROOT, "%,d", most) + " characters.");
    }
}
