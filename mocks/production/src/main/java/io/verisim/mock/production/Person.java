package io.verisim.mock.production;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who a customer is, before the clerk's mistakes. */
record Person(
        String firstName,
        String lastName,
        LocalDate born,
        String email,
        String phone,
        String street,
        String postcode,
        Place place,
        String nationalId,
        String iban) {

    static final LocalDate EXPORTED = LocalDate.of(2025, 6, 30);

    private static final List<String> PREFIXES = List.of("van", "de", "van der", "van den", "van de", "ter", "den");
    private static final List<String> STREETS = List.of("straat", "weg", "laan", "plein", "kade", "singel", "hof");
    private static final List<String> STREET_ROOTS = List.of(
            "Kerk",
            "Dorps",
            "Molen",
            "School",
            "Station",
            "Nieuw",
            "Berk",
            "Linden",
            "Eiken",
            "Kastanje",
            "Beuken",
            "Haven",
            "Markt",
            "Wilhelmina",
            "Juliana",
            "Beatrix",
            "Oranje",
            "Prins Hendrik",
            "Vondel",
            "Rembrandt",
            "Spoor",
            "Water",
            "Zonne",
            "Parallel",
            "Hoofd",
            "Tulpen",
            "Rozen",
            "Leeuwerik",
            "Merel",
            "Zwaluw",
            "Sport",
            "Industrie",
            "Ambacht",
            "Burgemeester",
            "Dijk",
            "Veld",
            "Bos",
            "Duin",
            "Heide",
            "Polder");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]");

    static Person draw(Dice dice, NameList givenNames, NameList familyNames) {
        String first = givenNames.draw(dice);
        String last = familyNames.draw(dice);
        if (dice.chance(0.16)) {
            last = dice.any(PREFIXES) + " " + last;
        }
        Place place = Place.draw(dice);
        int age = (int) Math.clamp(dice.normal(47, 16.5), 18, 96);
        LocalDate born = EXPORTED.minusYears(age).minusDays(dice.between(0, 364));
        return new Person(
                first,
                last,
                born,
                email(dice, first, last, born),
                phone(dice),
                street(dice),
                place.postcode(dice),
                place,
                CheckedNumbers.citizenServiceNumber(dice),
                CheckedNumbers.iban(dice));
    }

    private static String email(Dice dice, String first, String last, LocalDate born) {
        String given = plain(first);
        String family = plain(last);
        String local = switch (dice.weighted(0.45, 0.2, 0.2, 0.15)) {
            case 0 -> given + "." + family;
            case 1 -> given.charAt(0) + "." + family;
            case 2 -> given + born.getYear() % 100;
            default -> given + family + dice.between(1, 99);
        };
        return local + "@" + dice.oneOf("example.com", "example.org", "mail.example", "post.example", "thuis.example");
    }

    private static String phone(Dice dice) {
        String number = dice.digits(8);
        return switch (dice.weighted(0.35, 0.3, 0.2, 0.1, 0.05)) {
            case 0 -> "+31 6 " + number;
            case 1 -> "06-" + number;
            case 2 -> "06" + number;
            case 3 -> "0031 6 " + number.substring(0, 4) + " " + number.substring(4);
            default -> "(06) " + number;
        };
    }

    private static String street(Dice dice) {
        String name = dice.any(STREET_ROOTS) + dice.any(STREETS);
        int number = 1 + (int) dice.exponential(60);
        String suffix = dice.chance(0.12) ? dice.oneOf("A", "B", "-2", " bis", "-III") : "";
        return name + " " + number + suffix;
    }

    private static String plain(String name) {
        String letters =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NOT_A_LETTER.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
