package io.verisim.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names, streets and towns of a country, from a list that comes with the program. The lists are a selection from
 * faker-js (MIT); a list says so in its first line.
 */
public final class NameBook {

    /** The countries there are lists for; the first is taken where nothing points to another. */
    public static final List<String> LOCALES = List.of("en", "en_GB", "de", "es", "fr", "it", "nl", "pl", "sv");

    private final String locale;
    private final Map<String, List<String>> sections;

    private NameBook(String locale, Map<String, List<String>> sections) {
        this.locale = locale;
        this.sections = sections;
    }

    /** The list of a locale, one of {@link #LOCALES}. */
    public static NameBook of(String locale) {
        String path = "people/" + locale + ".txt";
        try (InputStream in = NameBook.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No names for '" + locale + "'; there are " + LOCALES);
            }
            return new NameBook(locale, parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The list in which most of the given names occur, relative to its size; the first where none does.
     *
     * @param names given and family names, each as often as it occurs
     */
    public static NameBook closestTo(Collection<String> names) {
        NameBook best = of(LOCALES.getFirst());
        double most = 0;
        for (String candidate : LOCALES) {
            NameBook book = of(candidate);
            Set<String> known = new HashSet<>();
            for (String section : List.of("female", "male", "family")) {
                book.section(section).forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
            }
            long hits = names.stream()
                    .filter(name -> known.contains(name.toLowerCase(Locale.ROOT)))
                    .count();
            double score = hits / Math.sqrt(known.size());
            if (score > most) {
                most = score;
                best = book;
            }
        }
        return best;
    }

    private static Map<String, List<String>> parse(BufferedReader reader) throws IOException {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line);
            }
        }
        return sections;
    }

    private List<String> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    public String locale() {
        return locale;
    }

    public List<String> given(Gender gender) {
        return section(gender == Gender.FEMALE ? "female" : "male");
    }

    public List<String> family() {
        return section("family");
    }

    public List<String> titles(Gender gender) {
        return section(gender == Gender.FEMALE ? "title.female" : "title.male");
    }

    public List<String> streets() {
        return section("street");
    }

    public boolean houseNumberFirst() {
        return section("house-number").contains("first");
    }

    public List<String> cities() {
        return section("city");
    }

    public List<String> regions() {
        return section("region");
    }

    /** What follows the name of a company, such as {@code Ltd}. */
    public List<String> legalForms() {
        return section("company");
    }
}
