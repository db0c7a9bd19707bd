package io.verisim.processor.classify.content;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnView;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Free text, and people in it: addressed by title, named by given and family name, or reachable by e-mail or telephone. */
final class ProseEvidence implements Evidence {

    private static final Pattern CONTACT = Pattern.compile(
            "[\\w.+-]{2,64}@[\\w-]{1,60}\\.[\\w.-]{2,60}|(\\+|00)\\d{2}[ \\d()-]{7,14}\\d|\\(?0\\d{1,4}\\)?[ /-]\\d{5,9}");
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "herr",
            "frau",
            "herrn",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "sr",
            "sra",
            "senor",
            "senora",
            "sig",
            "signor",
            "signora",
            "dhr",
            "mevr",
            "mevrouw",
            "pan",
            "pani");
    private static final double FEWEST_WORDS = 5;

    private final Lexicon lexicon;
    private final LetterModel letters;

    ProseEvidence(Lexicon lexicon, LetterModel letters) {
        this.lexicon = lexicon;
        this.letters = letters;
    }

    @Override
    public List<Vote> votes(ColumnView column) {
        double words = column.sample().stream()
                .mapToInt(value -> blanks(value) + 1)
                .average()
                .orElse(0);
        long longest = column.sample().stream().mapToInt(String::length).max().orElse(0);
        if (words < FEWEST_WORDS && !(longest > 200 && words > 2) || column.distinct() < 3 && longest < 60) {
            return List.of();
        }
        long named = column.sample().stream().filter(this::namesSomebody).count();
        double share = (double) named / column.sample().size();
        if (share >= 0.01 && (named >= 2 || column.sample().size() < FEWEST_WORDS)) {
            return List.of(Evidence.vote(
                    SensitivityType.FREE_TEXT,
                    Math.min(0.95, 0.85 + share),
                    "free text, and people are named in " + Evidence.percent(share) + " of it"));
        }
        return List.of(Evidence.vote(SensitivityType.FREE_TEXT, 0.5, "free text in which nobody was found named"));
    }

    private boolean namesSomebody(String text) {
        if (CONTACT.matcher(text).find()) {
            return true;
        }
        String[] tokens = text.split("[\\s,;:()\"/]+");
        for (int i = 0; i + 1 < tokens.length; i++) {
            String next = tokens[i + 1];
            if (isCapitalised(next) && (isTitle(tokens[i]) || isFullName(tokens[i], next))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTitle(String token) {
        String folded = Fold.of(token);
        String bare = folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
        return isCapitalised(token) && (TITLES.contains(bare) || bare.indexOf('/') > 0);
    }

    private boolean isFullName(String first, String second) {
        return isCapitalised(first) && isName(first, lexicon.given()) && isName(second, lexicon.family())
                || isCapitalised(first) && unknownName(first) && unknownName(second);
    }

    private boolean isName(String token, Set<String> names) {
        String word = letters(token);
        return names.contains(word) && !lexicon.words().contains(word);
    }

    /** No word and no place that a dictionary knows, and spelt as names are. */
    private boolean unknownName(String token) {
        String word = letters(token);
        return word.length() > 2
                && !lexicon.words().contains(word)
                && !lexicon.isPlace(word)
                && (lexicon.isName(word) || letters.score(word) > 0);
    }

    private static String letters(String token) {
        List<String> words = Fold.words(token);
        return words.isEmpty() ? "" : words.getFirst();
    }

    private static boolean isCapitalised(String token) {
        return token.length() > 1 && Character.isUpperCase(token.charAt(0)) && Character.isLowerCase(token.charAt(1));
    }

    private static int blanks(String value) {
        int count = 0;
        for (int i = 1; i < value.length(); i++) {
            if (Character.isWhitespace(value.charAt(i)) && !Character.isWhitespace(value.charAt(i - 1))) {
                count++;
            }
        }
        return count;
    }
}
