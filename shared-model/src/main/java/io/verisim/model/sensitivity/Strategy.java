package io.verisim.model.sensitivity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the synthetic values of a column are made. Travels in lower case. */
public enum Strategy {
    /** Drawn from the statistical model of the table. */
    MODEL,
    /** Taken from the synthetic person of the row, so that name, e-mail and address agree. */
    PERSON,
    /** Made from a pattern with valid check digits in test ranges. */
    PATTERN,
    /** Written by a text generator. */
    TEXT,
    /** A fresh unique key beyond the source's range. */
    KEY,
    /** Production values kept by explicit wish; listed in every report. */
    KEEP,
    /** Left out of the synthetic table. */
    DROP,
    /** Replaced by a fixed mask. */
    MASK;

    @JsonCreator
    public static Strategy of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
