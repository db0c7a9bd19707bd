package io.verisim.processor.classify.name;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.table.ColumnType;
import io.verisim.processor.classify.ColumnView;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Whether values can be what the name of their column says: 1 where nothing speaks against it, near 0 where they cannot.
 * Yes and no are no telephone numbers, and one digit is no card.
 */
final class Plausibility {

    private static final Pattern MANGLED = Pattern.compile("\\d([.,]\\d+)?E\\+1[1-9]");
    private static final double NO_VALUES = 0.6;
    private static final double HARDLY = 0.1;
    private static final int MANY_ROWS = 20;

    private Plausibility() {}

    static double of(SensitivityType type, ColumnView column) {
        if (column.isEmpty()) {
            return NO_VALUES;
        }
        return switch (type) {
            case EMAIL -> either(column.share(value -> value.indexOf('@') > 0) >= 0.2, constant(column));
            case PHONE ->
                either(column.share(value -> digits(value) >= 5) >= 0.5 && !fractions(column), constant(column));
            case NAME, ADDRESS, FREE_TEXT -> texts(type, column);
            case NATIONAL_ID, BANK_ACCOUNT, IBAN ->
                either(
                        column.share(value -> digits(value) >= 4 || isMangled(value)) >= 0.5 && !fractions(column),
                        constant(column));
            case CREDIT_CARD ->
                either(
                        column.share(value -> digits(value) >= 12 || isMangled(value) || value.indexOf('*') >= 0)
                                >= 0.5,
                        1);
            case CVV ->
                either(
                        column.share(value -> value.length() >= 3 && value.length() <= 4 && digits(value) >= 3) >= 0.4,
                        1);
            case IP -> either(column.share(value -> value.indexOf('.') > 0 || value.indexOf(':') >= 0) >= 0.5, 1);
            case DOB -> either(column.share(value -> digits(value) >= 4) >= 0.5 && !fractions(column), 1);
            case DEVICE_ID, USERNAME, PASSWORD -> yesOrNo(column) ? HARDLY : constant(column);
            case GEO ->
                either(
                        column.schema().type() == ColumnType.DECIMAL || column.share(value -> digits(value) >= 4) > 0.5,
                        1);
            case AGE -> either(column.share(value -> digits(value) >= 1) >= 0.5, yesOrNo(column) ? 0.5 : 1);
            case POSTCODE -> either(column.share(value -> digits(value) >= 2) >= 0.5 && !fractions(column), 1);
            default -> yesOrNo(column) ? 0.5 : 1;
        };
    }

    private static double texts(SensitivityType type, ColumnView column) {
        boolean letters = column.share(value -> has(value, Character::isLetter)) >= 0.5;
        boolean numbers = column.share(value -> digits(value) > 0) > 0.6;
        if (type == SensitivityType.ADDRESS) {
            return either(letters || numbers && !fractions(column), constant(column));
        }
        return either(letters && (type == SensitivityType.FREE_TEXT || !numbers), constant(column));
    }

    /** Two values or one in many rows are categories, hardly data of many people. */
    private static double constant(ColumnView column) {
        if (yesOrNo(column)) {
            return HARDLY;
        }
        return column.distinct() <= 3 && column.present() >= MANY_ROWS ? 0.4 : 1;
    }

    private static boolean yesOrNo(ColumnView column) {
        return column.schema().type() == ColumnType.BOOLEAN
                || column.distinct() <= 2 && column.present() > 2 && column.share(value -> value.length() <= 1) == 1;
    }

    private static boolean fractions(ColumnView column) {
        return column.schema().type() == ColumnType.DECIMAL && column.share(Plausibility::isMangled) < 0.5;
    }

    private static double either(boolean plausible, double factor) {
        return plausible ? factor : HARDLY;
    }

    private static boolean isMangled(String value) {
        return MANGLED.matcher(value).matches();
    }

    private static int digits(String value) {
        return (int) value.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private static boolean has(String value, IntPredicate kind) {
        return value.codePoints().anyMatch(kind);
    }
}
