package io.verisim.mock.production;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What goes wrong between a customer and a table: missing, misspelt and malformed values. */
final class Defects {

    private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final Dice dice;

    Defects(Dice dice) {
        this.dice = dice;
    }

    String missing(double share, String value) {
        return dice.chance(share) ? "" : value;
    }

    String name(String name) {
        return switch (dice.weighted(0.975, 0.01, 0.005, 0.01)) {
            case 1 -> name.toUpperCase(Locale.ROOT);
            case 2 -> name.toLowerCase(Locale.ROOT);
            case 3 -> typo(name);
            default -> name;
        };
    }

    String email(String email) {
        return switch (dice.weighted(0.972, 0.007, 0.007, 0.007, 0.007)) {
            case 1 -> email.replace("@", "");
            case 2 -> email.replace("@", "@@");
            case 3 -> email.replace(".", "..");
            case 4 -> email.substring(0, email.lastIndexOf('.')) + ",nl";
            default -> email;
        };
    }

    String postcode(String postcode) {
        return switch (dice.weighted(0.95, 0.03, 0.008, 0.006, 0.006)) {
            case 1 -> postcode.replace(" ", "");
            case 2 -> postcode.substring(0, 4);
            case 3 -> postcode.toLowerCase(Locale.ROOT);
            case 4 -> postcode.replace('1', 'l');
            default -> postcode;
        };
    }

    String city(String city) {
        return switch (dice.weighted(0.985, 0.005, 0.005, 0.005)) {
            case 1 -> city.toUpperCase(Locale.ROOT);
            case 2 -> city.toLowerCase(Locale.ROOT);
            case 3 -> typo(city);
            default -> city;
        };
    }

    /** A date as the system writes it, and in four of a hundred rows as a clerk typed it. */
    String date(LocalDate date) {
        return dice.chance(0.04) ? DUTCH.format(date) : date.toString();
    }

    /** Two neighbouring letters change places. */
    private String typo(String word) {
        if (word.length() < 4) {
            return word;
        }
        int at = dice.between(1, word.length() - 3);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }
}
