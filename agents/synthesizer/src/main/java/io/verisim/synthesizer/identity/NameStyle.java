package io.verisim.synthesizer.identity;

import io.verisim.text.SyntheticPerson;
import java.util.random.RandomGenerator;

/** How a full name is written. */
enum NameStyle {
    GIVEN_FAMILY,
    FAMILY_COMMA_GIVEN,
    TITLED,
    WITH_INITIAL,
    INITIAL_FAMILY;

    static NameStyle of(String value) {
        if (value.indexOf(',') > 0) {
            return FAMILY_COMMA_GIVEN;
        }
        if (value.matches("\\p{L}{2,5}\\.? .+ .+") && value.indexOf('.') > 0 && value.indexOf('.') < 6) {
            return TITLED;
        }
        if (value.matches("\\p{L}\\.? .+")) {
            return INITIAL_FAMILY;
        }
        return value.matches("\\S{2,} \\p{L}\\.? .+") ? WITH_INITIAL : GIVEN_FAMILY;
    }

    String write(SyntheticPerson person, RandomGenerator random) {
        return switch (this) {
            case GIVEN_FAMILY -> person.fullName();
            case FAMILY_COMMA_GIVEN -> person.family() + ", " + person.given();
            case TITLED -> person.title() + " " + person.fullName();
            case WITH_INITIAL -> person.given() + " " + (char) ('A' + random.nextInt(26)) + ". " + person.family();
            case INITIAL_FAMILY -> person.given().charAt(0) + ". " + person.family();
        };
    }
}
