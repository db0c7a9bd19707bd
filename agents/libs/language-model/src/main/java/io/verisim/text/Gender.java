package io.verisim.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Gender as far as names go by it. */
public enum Gender {
    FEMALE,
    MALE;

    private static final Set<String> FEMALE_WORDS = Set.of(
            "f",
            "female",
            "w",
            "weiblich",
            "frau",
            "woman",
            "femme",
            "feminin",
            "mujer",
            "femenino",
            "femmina",
            "donna",
            "v",
            "vrouw",
            "kobieta",
            "k",
            "kvinna",
            "mrs",
            "ms",
            "miss",
            "girl");
    private static final Set<String> MALE_WORDS = Set.of(
            "m",
            "male",
            "mannlich",
            "männlich",
            "herr",
            "man",
            "homme",
            "masculin",
            "hombre",
            "masculino",
            "maschio",
            "uomo",
            "mezczyzna",
            "mężczyzna",
            "mr",
            "boy");

    /** What a value of a gender column means, in several languages. */
    public static Optional<Gender> of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replace(".", "");
        if (FEMALE_WORDS.contains(word)) {
            return Optional.of(FEMALE);
        }
        return MALE_WORDS.contains(word) ? Optional.of(MALE) : Optional.empty();
    }
}
