package io.verisim.text;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Invents people from a {@link NameBook}. */
public final class People {

    private static final String[] ONSETS = {
        "b", "br", "d", "dr", "f", "g", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w",
        "z"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ei", "au"};
    private static final String[] CODAS = {"l", "n", "r", "s", "m", "nd", "rt", "lk", "ns"};
    private static final int LAST_HOUSE = 240;

    private final NameBook book;

    public People(NameBook book) {
        this.book = book;
    }

    /**
     * A person.
     *
     * @param gender the gender, where it is known
     * @param invent whether the names are to be made of syllables: as good as never anybody's
     */
    public SyntheticPerson person(Optional<Gender> gender, boolean invent, RandomGenerator random) {
        Gender chosen = gender.orElse(random.nextBoolean() ? Gender.FEMALE : Gender.MALE);
        String given = invent ? syllables(random) : pick(book.given(chosen), random);
        String family = invent ? syllables(random) : pick(book.family(), random);
        String street = pick(book.streets(), random);
        return new SyntheticPerson(
                chosen,
                given,
                family,
                pick(book.titles(chosen), random),
                invent ? syllables(random) + " " + street : street,
                houseNumber(random),
                pick(book.cities(), random),
                pick(book.regions(), random),
                company(random));
    }

    private String company(RandomGenerator random) {
        String first = pick(book.family(), random);
        return switch (random.nextInt(3)) {
            case 0 -> first + "-" + pick(book.family(), random);
            case 1 -> first + " & " + pick(book.family(), random) + " " + pick(book.legalForms(), random);
            default -> first + " " + pick(book.legalForms(), random);
        };
    }

    /** Low numbers are more frequent, as streets are of different length. */
    private static int houseNumber(RandomGenerator random) {
        double u = random.nextDouble();
        return 1 + (int) (u * u * LAST_HOUSE);
    }

    private static String syllables(RandomGenerator random) {
        StringBuilder name = new StringBuilder();
        int count = 2 + random.nextInt(2);
        for (int s = 0; s < count; s++) {
            name.append(ONSETS[random.nextInt(ONSETS.length)]).append(VOWELS[random.nextInt(VOWELS.length)]);
        }
        name.append(CODAS[random.nextInt(CODAS.length)]);
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
