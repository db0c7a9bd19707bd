package io.verisim.testbuilder.plan;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.tabular.TextColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column of the dataset: its values as they were loaded, and as the system under test shows them. */
final class DataColumn {

    private static final int MAX_SHOWN = 120;
    private static final int MAX_DIGITS = 15;
    private static final String ISO_DATE = "yyyy-MM-dd";

    private final ColumnSchema schema;
    private final TextColumn values;
    private final int[] counts;
    private @Nullable List<String> lowerCase;

    DataColumn(ColumnSchema schema, TextColumn values) {
        this.schema = schema;
        this.values = values;
        this.counts = values.counts();
    }

    String name() {
        return schema.name();
    }

    ColumnType type() {
        return schema.type();
    }

    /** Whether the schema says that its values are unique; the target may then use it as a key. */
    boolean mayBeKey() {
        return schema.unique();
    }

    boolean isNumber() {
        return type() == ColumnType.INTEGER || type() == ColumnType.DECIMAL;
    }

    /** Whether every row has a value of its own. */
    boolean tellsRowsApart() {
        return values.dictionary().size() == values.rows() && values.rows() > 0;
    }

    int distinct() {
        return values.dictionary().size();
    }

    @Nullable
    String value(int row) {
        return values.value(row);
    }

    int[] codes() {
        return values.codes();
    }

    List<String> dictionary() {
        return values.dictionary();
    }

    List<String> lowerCaseDictionary() {
        List<String> known = lowerCase;
        if (known == null) {
            known = values.dictionary().stream()
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .toList();
            lowerCase = known;
        }
        return known;
    }

    boolean occursOnce(int row) {
        int code = values.codes()[row];
        return code != TextColumn.MISSING && counts[code] == 1;
    }

    /**
     * The value of a row as the system under test shows it; empty where it is missing, or where its look depends on how
     * the target stores it, or it is too long to compare.
     */
    Optional<String> shown(int row) {
        String text = values.value(row);
        return text == null ? Optional.empty() : shown(text);
    }

    private Optional<String> shown(String text) {
        return switch (type()) {
            case INTEGER -> Optional.of(text).filter(t -> t.matches("-?\\d{1,18}"));
            case DECIMAL -> plainDecimal(text);
            case DATE -> isIsoDate() ? Optional.of(text) : Optional.empty();
            case TEXT -> Optional.of(text).filter(DataColumn::isPlain);
            case BOOLEAN, TIME, DATETIME -> Optional.empty();
        };
    }

    boolean isIsoDate() {
        return type() == ColumnType.DATE && (schema.format() == null || ISO_DATE.equals(schema.format()));
    }

    /** What can be typed into a search field: one line, not too long. */
    private static boolean isPlain(String text) {
        return !text.isBlank()
                && text.length() <= MAX_SHOWN
                && text.codePoints().noneMatch(DataColumn::isStrange);
    }

    private static boolean isStrange(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR
                || (Character.isWhitespace(character) && character != ' ')
                || Character.isSpaceChar(character) && character != ' ';
    }

    private static Optional<String> plainDecimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            boolean exact = number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_DIGITS;
            return exact ? Optional.of(number.signum() == 0 ? "0" : number.toPlainString()) : Optional.empty();
        } catch (NumberFormatException notFinite) {
            return Optional.empty();
        }
    }
}
