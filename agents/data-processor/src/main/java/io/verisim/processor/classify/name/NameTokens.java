package io.verisim.processor.classify.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes the name of a column apart: at case changes, digits and signs; folded to lower case without diacritics. */
final class NameTokens {

    private static final int LONGEST = 200;
    private static final Pattern BOUNDARY = Pattern.compile(
            "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})|[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private NameTokens() {}

    static List<String> of(String name) {
        String bounded = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        List<String> tokens = new ArrayList<>();
        for (String part : BOUNDARY.split(bounded.replace("'", ""))) {
            String folded = fold(part);
            if (!folded.isEmpty() && !Character.isDigit(folded.charAt(0))) {
                tokens.add(folded);
            }
        }
        return tokens;
    }

    private static String fold(String part) {
        String lower = part.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ø', 'o')
                .replace('ł', 'l');
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }
}
