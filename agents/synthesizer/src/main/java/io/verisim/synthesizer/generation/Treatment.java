package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.synthesizer.identity.PersonField;
import io.verisim.tabular.NumberColumn;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TypedValues;

/**
 * Decides how a column is really made: the strategy that was asked for, save where the values cannot be made that way or
 * must not. An id that repeats is a category, and so is any column that repeats and is not sensitive; other values of a
 * type that can point at a person are never drawn from the model, sensitive or not; a text of which nearly every row has its own is no category; numbers stay numbers, and dates and flags are
 * statistical whatever they are taken for.
 */
final class Treatment {

    private static final int CATEGORY_SHARE = 5;
    private static final int LEAST_TEXTS = 20;
    private static final int WORDS_OF_A_TEXT = 4;

    /** One row in so many has at least to share its value. */
    private static final int SHARED_OF_A_VOCABULARY = 3;

    private final ColumnSchema schema;
    private final TextColumn column;
    private final int present;
    private final boolean repeats;

    private Treatment(ColumnSchema schema, TextColumn column) {
        this.schema = schema;
        this.column = column;
        present = column.rows() - column.missing();
        repeats = (long) column.dictionary().size() * CATEGORY_SHARE < present;
    }

    /** The strategy that is followed. */
    static Strategy of(ColumnSchema schema, TextColumn column) {
        return new Treatment(schema, column).decide();
    }

    private Strategy decide() {
        SensitivityType type = schema.sensitivityType();
        return switch (schema.strategy()) {
            case KEEP, DROP, MASK -> schema.strategy();
            case KEY, TEXT, PERSON, PATTERN, MODEL ->
                switch (schema.type()) {
                    case DATE, TIME, DATETIME, BOOLEAN -> Strategy.MODEL;
                    case INTEGER, DECIMAL, TEXT -> asAsked(type);
                };
        };
    }

    private Strategy asAsked(SensitivityType type) {
        return switch (schema.strategy()) {
            case KEY -> isKey() ? Strategy.KEY : type == SensitivityType.ID || !type.identifying() ? code() : made();
            case TEXT -> isNumeric() || PersonField.covers(type) ? made() : Strategy.TEXT;
            case PERSON, PATTERN -> made();
            default -> modelled();
        };
    }

    private Strategy code() {
        return repeats ? Strategy.MODEL : Strategy.PATTERN;
    }

    private boolean isNumeric() {
        return schema.type() == ColumnType.INTEGER || schema.type() == ColumnType.DECIMAL;
    }

    private boolean isKey() {
        return column.dictionary().size() == present;
    }

    private Strategy made() {
        SensitivityType type = schema.sensitivityType();
        boolean points = type.identifying() || (schema.sensitive() && type == SensitivityType.POSTCODE);
        if (repeats && (type == SensitivityType.ID || !points)) {
            return Strategy.MODEL;
        }
        return switch (type) {
            case DOB, DATE, AGE, GENDER, CARD_EXPIRY, FINANCIAL, HEALTH, SPECIAL_CATEGORY, GEO, COUNTRY, OCCUPATION ->
                modelled();
            case CITY, REGION, COMPANY, URL -> isNumeric() ? modelled() : Strategy.PERSON;
            default -> fresh(type);
        };
    }

    /** How values that no model may draw are made. */
    private Strategy fresh(SensitivityType type) {
        if (type == SensitivityType.ID && isKey()) {
            return Strategy.KEY;
        }
        if (isNumeric()) {
            return Strategy.PATTERN;
        }
        return type == SensitivityType.FREE_TEXT
                ? Strategy.TEXT
                : PersonField.covers(type) ? Strategy.PERSON : Strategy.PATTERN;
    }

    private Strategy modelled() {
        SensitivityType type = schema.sensitivityType();
        boolean category = repeats && (type == SensitivityType.ID || !schema.sensitive());
        if (type.identifying() && !category) {
            return fresh(type);
        }
        if (schema.type() == ColumnType.TEXT && isMostlyUnique() && !isVocabulary()) {
            if (averageWords() >= WORDS_OF_A_TEXT) {
                return Strategy.TEXT;
            }
            return isKey() ? Strategy.KEY : Strategy.PATTERN;
        }
        return schema.type() == ColumnType.INTEGER && isCounter() ? Strategy.KEY : Strategy.MODEL;
    }

    private boolean isMostlyUnique() {
        return present >= LEAST_TEXTS && column.dictionary().size() * 2L > present;
    }

    /** Names of jobs are many, and still a category where enough rows share theirs: they say what people do, not who. */
    private boolean isVocabulary() {
        if (schema.sensitivityType() != SensitivityType.OCCUPATION) {
            return false;
        }
        int alone = 0;
        for (int count : column.counts()) {
            alone += count == 1 ? 1 : 0;
        }
        return (present - alone) * SHARED_OF_A_VOCABULARY >= present;
    }

    private double averageWords() {
        return column.dictionary().stream()
                .mapToInt(value -> value.strip().split("\\s+").length)
                .average()
                .orElse(0);
    }

    /** Whether the values are 1, 2, 3… or nearly so, each once. */
    private boolean isCounter() {
        if (!isKey() || present < LEAST_TEXTS) {
            return false;
        }
        NumberColumn numbers = TypedValues.numbers(column);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : numbers.values()) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high - low < 2.0 * present;
    }
}
