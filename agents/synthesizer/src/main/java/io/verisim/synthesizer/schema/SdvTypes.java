package io.verisim.synthesizer.schema;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SDV's types and date formats beside Verisim's. */
final class SdvTypes {

    private static final Map<String, SensitivityType> SENSITIVE = Map.ofEntries(
            Map.entry("name", SensitivityType.NAME),
            Map.entry("first_name", SensitivityType.NAME),
            Map.entry("last_name", SensitivityType.NAME),
            Map.entry("email", SensitivityType.EMAIL),
            Map.entry("phone_number", SensitivityType.PHONE),
            Map.entry("ssn", SensitivityType.NATIONAL_ID),
            Map.entry("address", SensitivityType.ADDRESS),
            Map.entry("street_address", SensitivityType.ADDRESS),
            Map.entry("postcode", SensitivityType.POSTCODE),
            Map.entry("city", SensitivityType.CITY),
            Map.entry("state", SensitivityType.REGION),
            Map.entry("country", SensitivityType.COUNTRY),
            Map.entry("company", SensitivityType.COMPANY),
            Map.entry("credit_card_number", SensitivityType.CREDIT_CARD),
            Map.entry("iban", SensitivityType.IBAN),
            Map.entry("ipv4_address", SensitivityType.IP),
            Map.entry("user_name", SensitivityType.USERNAME),
            Map.entry("url", SensitivityType.URL),
            Map.entry("text", SensitivityType.FREE_TEXT));

    /** Longer ones first, so that no beginning of another is taken. */
    private static final String[][] DIRECTIVES = {
        {"yyyy", "%Y"},
        {"SSSSSS", "%f"},
        {"MMMM", "%B"},
        {"EEEE", "%A"},
        {"MMM", "%b"},
        {"EEE", "%a"},
        {"yy", "%y"},
        {"MM", "%m"},
        {"dd", "%d"},
        {"HH", "%H"},
        {"hh", "%I"},
        {"mm", "%M"},
        {"ss", "%S"},
        {"xx", "%z"},
        {"M", "%-m"},
        {"d", "%-d"},
        {"H", "%-H"},
        {"h", "%-I"},
        {"a", "%p"}
    };

    private static final Map<String, String> SHORT =
            Map.of("%F", "%Y-%m-%d", "%T", "%H:%M:%S", "%R", "%H:%M", "%D", "%m/%d/%y");

    private SdvTypes() {}

    static @Nullable ColumnType type(String sdtype, String representation, @Nullable String format) {
        return switch (sdtype) {
            case "numerical" ->
                representation.startsWith("Int") || representation.startsWith("UInt")
                        ? ColumnType.INTEGER
                        : representation.equals("Float") ? ColumnType.DECIMAL : null;
            case "boolean" -> ColumnType.BOOLEAN;
            case "datetime" -> format == null ? null : ofTime(format);
            case "categorical", "id", "unknown" -> null;
            default -> ColumnType.TEXT;
        };
    }

    private static ColumnType ofTime(String format) {
        boolean date = format.indexOf('y') >= 0 || format.indexOf('d') >= 0;
        boolean time = format.indexOf('H') >= 0 || format.indexOf('h') >= 0;
        return date && time ? ColumnType.DATETIME : date ? ColumnType.DATE : ColumnType.TIME;
    }

    static @Nullable SensitivityType sensitivity(String sdtype) {
        return sdtype.equals("id") ? SensitivityType.ID : SENSITIVE.get(sdtype);
    }

    static @Nullable Strategy strategy(String sdtype, @Nullable SensitivityType sensitivity) {
        if (sdtype.equals("id")) {
            return Strategy.KEY;
        }
        return sensitivity == null
                ? null
                : switch (sensitivity) {
                    case NAME, EMAIL, ADDRESS, USERNAME, COMPANY, URL -> Strategy.PERSON;
                    case PHONE, NATIONAL_ID, CREDIT_CARD, IBAN, IP, POSTCODE -> Strategy.PATTERN;
                    case FREE_TEXT -> Strategy.TEXT;
                    default -> Strategy.MODEL;
                };
    }

    static String sdtype(@Nullable ColumnType type, @Nullable SensitivityType sensitivity) {
        if (sensitivity == SensitivityType.ID) {
            return "id";
        }
        Optional<String> known = SENSITIVE.entrySet().stream()
                .filter(entry -> entry.getValue() == sensitivity)
                .map(Map.Entry::getKey)
                .min(java.util.Comparator.comparingInt(String::length).thenComparing(name -> name));
        if (known.isPresent()) {
            return known.get();
        }
        return type == null
                ? "categorical"
                : switch (type) {
                    case INTEGER, DECIMAL -> "numerical";
                    case BOOLEAN -> "boolean";
                    case DATE, TIME, DATETIME -> "datetime";
                    case TEXT -> "categorical";
                };
    }

    /** A pattern of C's strftime as one of Java's; null where a directive has no counterpart. */
    static @Nullable String toJava(String strftime) {
        String whole = strftime;
        for (Map.Entry<String, String> entry : SHORT.entrySet()) {
            whole = whole.replace(entry.getKey(), entry.getValue());
        }
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (c == '%') {
                int end = whole.startsWith("%-", i) ? i + 3 : i + 2;
                String letters = letters(whole.substring(i, Math.min(end, whole.length())));
                if (letters == null) {
                    return null;
                }
                java.append(letters);
                i = end - 1;
            } else {
                java.append(Character.isLetter(c) ? "'" + c + "'" : c == '\'' ? "''" : String.valueOf(c));
            }
        }
        return java.toString();
    }

    private static @Nullable String letters(String directive) {
        for (String[] known : DIRECTIVES) {
            if (known[1].equals(directive)) {
                return known[0];
            }
        }
        return directive.equals("%%") ? "%" : null;
    }

    /** The way back; null where the pattern has a letter without a counterpart. */
    static @Nullable String toStrftime(String java) {
        StringBuilder strftime = new StringBuilder();
        int at = 0;
        while (at < java.length()) {
            char c = java.charAt(at);
            int end = java.indexOf('\'', at + 1);
            if (c == '\'' && end > at + 1) {
                strftime.append(java, at + 1, end);
                at = end + 1;
            } else if (Character.isLetter(c)) {
                String directive = null;
                for (String[] known : DIRECTIVES) {
                    boolean longer = java.startsWith(known[0] + c, at);
                    if (directive == null && java.startsWith(known[0], at) && !longer) {
                        directive = known[1];
                        at += known[0].length();
                        break;
                    }
                }
                if (directive == null) {
                    return null;
                }
                strftime.append(directive);
            } else {
                strftime.append(c == '%' ? "%%" : String.valueOf(c));
                at++;
            }
        }
        return strftime.toString();
    }
}
