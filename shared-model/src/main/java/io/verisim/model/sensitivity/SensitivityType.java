package io.verisim.model.sensitivity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the values of a column are, in terms of a person's privacy. Travels in lower case. */
public enum SensitivityType {
    NAME(true),
    EMAIL(true),
    PHONE(true),
    NATIONAL_ID(true),
    ADDRESS(true),
    POSTCODE(false),
    CITY(false),
    REGION(false),
    COUNTRY(false),
    DOB(false),
    DATE(false),
    AGE(false),
    GENDER(false),
    CREDIT_CARD(true),
    CVV(false),
    CARD_EXPIRY(false),
    IBAN(true),
    BANK_ACCOUNT(true),
    IP(true),
    USERNAME(true),
    PASSWORD(true),
    ID(true),
    URL(false),
    COMPANY(false),
    OCCUPATION(false),
    FINANCIAL(false),
    HEALTH(false),
    SPECIAL_CATEGORY(false),
    GEO(false),
    DEVICE_ID(true),
    FREE_TEXT(true),
    NONE(false);

    private final boolean identifying;

    SensitivityType(boolean identifying) {
        this.identifying = identifying;
    }

    /**
     * Whether a rare value of this type can point at one person, so that no such production value may appear in
     * synthetic data (requirement S6).
     */
    public boolean identifying() {
        return identifying;
    }

    @JsonCreator
    public static SensitivityType of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
