package io.verisim.processor.classify;

import io.verisim.model.sensitivity.SensitivityType;

/**
 * How probable it is that a column is sensitive, given its type. What points at one person by itself is near one; what
 * does so only together with other columns (city, age, gender) stays below the threshold, and is modelled.
 */
final class SensitivityOdds {

    /** Of a column about which nothing is known. */
    static final double UNKNOWN = 0.08;

    private SensitivityOdds() {}

    static double of(SensitivityType type) {
        return switch (type) {
            case EMAIL, CREDIT_CARD, IBAN, PASSWORD -> 0.995;
            case NATIONAL_ID, NAME, PHONE, BANK_ACCOUNT -> 0.98;
            case ADDRESS, IP, CVV, USERNAME -> 0.96;
            case DOB, SPECIAL_CATEGORY, DEVICE_ID, FREE_TEXT -> 0.93;
            case CARD_EXPIRY, GEO -> 0.85;
            case POSTCODE, HEALTH -> 0.8;
            case AGE, GENDER, FINANCIAL -> 0.4;
            case CITY -> 0.35;
            case OCCUPATION, COMPANY, URL -> 0.2;
            case ID, REGION -> 0.12;
            case COUNTRY, DATE -> 0.05;
            case NONE -> 0.02;
        };
    }
}
