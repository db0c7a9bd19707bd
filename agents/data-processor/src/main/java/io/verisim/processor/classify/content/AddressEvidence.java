package io.verisim.processor.classify.content;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.processor.classify.ColumnView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Streets and house numbers. */
final class AddressEvidence implements Evidence {

    private static final Pattern NUMBER_AND_WORDS =
            Pattern.compile("(?U)\\d{1,5}[a-zA-Z]?([/-]\\d{1,4}[a-zA-Z]?)?[,.]?\\s*\\p{L}[\\p{L}\\d.'’ -]+.*");
    private static final Pattern WORDS_AND_NUMBER =
            Pattern.compile("(?U)\\p{L}[\\p{L}.,'’/ -]*[ ,]+(no?[.º°]? ?)?\\d{1,5}\\s?\\S{0,6}( \\S{1,4})?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(19|20)\\d\\d\\s.*");
    private static final int LONGEST_WORDS = 12;

    private final Set<String> words;
    private final Set<String> endings = new HashSet<>();

    AddressEvidence() {
        words = WordList.plain("street-words");
        words.removeIf(entry -> entry.startsWith("-") && endings.add(entry.substring(1)));
    }

    @Override
    public List<Vote> votes(ColumnView column) {
        double street = column.share(this::namesStreet);
        double shaped = column.share(AddressEvidence::isShaped);
        double either = column.share(value -> namesStreet(value) || isShaped(value));
        double years = column.share(value -> YEAR_FIRST.matcher(value).matches());
        boolean convincing = street >= 0.2 && either >= 0.6 || street >= 0.6;
        if (!convincing || years > 0.8 || column.distinct() < 3 && column.rows() > 20) {
            return List.of();
        }
        double score = Math.min(0.97, 0.62 + 0.25 * street + 0.25 * shaped);
        return List.of(Evidence.vote(
                SensitivityType.ADDRESS,
                score,
                Evidence.percent(either) + " of the values read like a street with or without a house number"));
    }

    private boolean namesStreet(String value) {
        List<String> parts = Fold.words(value);
        if (parts.size() < 1 || parts.size() > LONGEST_WORDS) {
            return false;
        }
        boolean alone = parts.size() == 1 && value.chars().noneMatch(Character::isDigit);
        return parts.stream().anyMatch(word -> !alone && words.contains(word) || hasEnding(word));
    }

    private boolean hasEnding(String word) {
        for (int length = 3; length <= 6 && length + 3 <= word.length(); length++) {
            if (endings.contains(word.substring(word.length() - length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShaped(String value) {
        return value.length() <= 80
                && (NUMBER_AND_WORDS.matcher(value).matches()
                        || WORDS_AND_NUMBER.matcher(value).matches());
    }
}
