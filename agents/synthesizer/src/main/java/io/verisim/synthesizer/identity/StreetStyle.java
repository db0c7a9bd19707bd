package io.verisim.synthesizer.identity;

import io.verisim.text.SyntheticPerson;

/** How an address is written. */
enum StreetStyle {
    NUMBER_FIRST,
    NUMBER_LAST,
    NO_NUMBER,
    NUMBER_FIRST_WITH_CITY,
    NUMBER_LAST_WITH_CITY;

    static StreetStyle of(String value) {
        String street = value.contains(",") ? value.substring(0, value.indexOf(',')) : value;
        boolean withCity = value.length() > street.length() + 2
                && value.substring(street.length()).matches(".*\\p{L}{3}.*");
        if (street.matches("\\d.*")) {
            return withCity ? NUMBER_FIRST_WITH_CITY : NUMBER_FIRST;
        }
        if (street.matches(".*\\d.*")) {
            return withCity ? NUMBER_LAST_WITH_CITY : NUMBER_LAST;
        }
        return value.isEmpty() ? NUMBER_LAST : NO_NUMBER;
    }

    String write(SyntheticPerson person) {
        return switch (this) {
            case NUMBER_FIRST -> person.houseNumber() + " " + person.street();
            case NUMBER_LAST -> person.street() + " " + person.houseNumber();
            case NO_NUMBER -> person.street();
            case NUMBER_FIRST_WITH_CITY -> person.houseNumber() + " " + person.street() + ", " + person.city();
            case NUMBER_LAST_WITH_CITY -> person.street() + " " + person.houseNumber() + ", " + person.city();
        };
    }
}
