package io.verisim.synthesizer.identity;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.tabular.TextColumn;
import java.util.List;
import java.util.Locale;

/** What a column tells of a person. */
public enum PersonField {
    FULL_NAME,
    GIVEN_NAME,
    FAMILY_NAME,
    EMAIL,
    USERNAME,
    URL,
    STREET,
    CITY,
    REGION,
    COMPANY;

    private static final List<String> GIVEN =
            List.of("first", "given", "fore", "vorname", "prenom", "prénom", "voornaam", "nombre", "imie", "fname");
    private static final List<String> FAMILY = List.of(
            "last", "sur", "family", "nachname", "achternaam", "apellido", "cognome", "nazwisko", "lname", "famil");

    /** Whether a person has something to say in a column of this type. */
    public static boolean covers(SensitivityType type) {
        return switch (type) {
            case NAME, EMAIL, USERNAME, URL, ADDRESS, CITY, REGION, COMPANY -> true;
            default -> false;
        };
    }

    /**
     * What a column tells.
     *
     * @param type one that is covered
     */
    public static PersonField of(SensitivityType type, TextColumn column) {
        return switch (type) {
            case EMAIL -> EMAIL;
            case USERNAME -> USERNAME;
            case URL -> URL;
            case ADDRESS -> STREET;
            case CITY -> CITY;
            case REGION -> REGION;
            case COMPANY -> COMPANY;
            case NAME -> name(column);
            default -> throw new IllegalArgumentException("A person has no " + type);
        };
    }

    private static PersonField name(TextColumn column) {
        String header = column.name().toLowerCase(Locale.ROOT);
        if (FAMILY.stream().anyMatch(header::contains)) {
            return FAMILY_NAME;
        }
        if (GIVEN.stream().anyMatch(header::contains)) {
            return GIVEN_NAME;
        }
        long several = column.dictionary().stream()
                .filter(value -> value.strip().indexOf(' ') > 0 || value.indexOf(',') > 0)
                .count();
        return several * 2 > column.dictionary().size() ? FULL_NAME : GIVEN_NAME;
    }
}
