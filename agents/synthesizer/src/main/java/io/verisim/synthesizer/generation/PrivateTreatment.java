package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.synthesizer.identity.PersonField;

/**
 * Decides how a column is made with a private model: as {@link Treatment} does, but from what is said of the column alone,
 * without a look at its values.
 */
final class PrivateTreatment {

    private PrivateTreatment() {}

    static Strategy of(ColumnSchema schema) {
        return switch (schema.strategy()) {
            case DROP, MASK, KEY -> schema.strategy();
            case MODEL, KEEP -> Strategy.MODEL;
            case TEXT -> isStatistical(schema) ? Strategy.MODEL : isNumeric(schema) ? Strategy.PATTERN : Strategy.TEXT;
            case PERSON, PATTERN -> made(schema);
        };
    }

    private static Strategy made(ColumnSchema schema) {
        if (isStatistical(schema)) {
            return Strategy.MODEL;
        }
        boolean person = PersonField.covers(schema.sensitivityType()) && !isNumeric(schema);
        return person ? Strategy.PERSON : Strategy.PATTERN;
    }

    private static boolean isStatistical(ColumnSchema schema) {
        boolean byForm = schema.type() != ColumnType.TEXT && !isNumeric(schema);
        return byForm
                || switch (schema.sensitivityType()) {
                    case DOB,
                            DATE,
                            AGE,
                            GENDER,
                            CARD_EXPIRY,
                            FINANCIAL,
                            HEALTH,
                            SPECIAL_CATEGORY,
                            GEO,
                            COUNTRY,
                            OCCUPATION -> true;
                    default -> false;
                };
    }

    /** Whether numbers are codes, which are never drawn from between others. */
    static boolean isCode(ColumnSchema schema) {
        SensitivityType type = schema.sensitivityType();
        return isNumeric(schema) && type.identifying();
    }

    private static boolean isNumeric(ColumnSchema schema) {
        return schema.type() == ColumnType.INTEGER || schema.type() == ColumnType.DECIMAL;
    }
}
