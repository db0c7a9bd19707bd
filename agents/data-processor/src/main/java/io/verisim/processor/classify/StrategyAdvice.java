package io.verisim.processor.classify;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;

/**
 * Which way of making synthetic values fits a column. Sensitive values that belong to a person come from the synthetic
 * person of the row, so that they agree; those with a form of their own are made from it. A unique id gets fresh keys,
 * sensitive or not. Everything else is drawn from the model, dates of birth and diagnoses too: they matter for the
 * statistics, and no value is copied row to row. A company stays modelled where it is a category; where it is sensitive
 * (a sole trader) it is written by the text generator.
 */
final class StrategyAdvice {

    private StrategyAdvice() {}

    static Strategy of(ColumnView column, SensitivityType type, boolean sensitive) {
        if (!sensitive) {
            return isKey(column, type) ? Strategy.KEY : isProse(column, type) ? Strategy.TEXT : Strategy.MODEL;
        }
        return switch (type) {
            case NAME, EMAIL, PHONE, ADDRESS, POSTCODE, CITY, USERNAME -> Strategy.PERSON;
            case NATIONAL_ID, CREDIT_CARD, CVV, CARD_EXPIRY, IBAN, BANK_ACCOUNT, IP, PASSWORD, DEVICE_ID, URL ->
                Strategy.PATTERN;
            case ID -> Strategy.KEY;
            case FREE_TEXT, COMPANY -> Strategy.TEXT;
            case REGION, COUNTRY, DOB, DATE, AGE, GENDER, OCCUPATION, FINANCIAL, HEALTH, SPECIAL_CATEGORY, GEO, NONE ->
                Strategy.MODEL;
        };
    }

    private static boolean isKey(ColumnView column, SensitivityType type) {
        return type == SensitivityType.ID && column.distinct() == column.present() && column.present() > 1;
    }

    /** Text that nobody could draw from a model: long, and nearly every value occurs once. */
    private static boolean isProse(ColumnView column, SensitivityType type) {
        return type == SensitivityType.FREE_TEXT && 2 * column.distinct() > column.present();
    }
}
