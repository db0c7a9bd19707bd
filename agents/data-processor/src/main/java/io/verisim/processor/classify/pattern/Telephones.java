package io.verisim.processor.classify.pattern;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.model.table.ColumnType;
import io.verisim.processor.classify.ColumnView;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telephone numbers. Those with a country or trunk prefix, brackets or groups are told by their form; plain digits only as
 * a column: long, never repeated, spread over all prefixes, not round as amounts are, not in a row as keys are.
 */
final class Telephones {

    private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*(ext|x|extn|poste)\\.?\\s*\\d{1,6}$");
    private static final Pattern CHARACTERS = Pattern.compile("[+(]?[\\d() ./-]{4,24}\\d");
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}[-./ ][01]?\\d[-./ ][0-3]?\\d([ T]\\d\\d?:.*)?|[0-3]?\\d[-./ ][0-3]?\\d[-./ ](\\d{4}|\\d{2})([ T]\\d\\d?:.*)?");
    private static final Pattern OTHER_FORM = Pattern.compile(
            "\\d{5}-\\d{3,4}|\\d{3}-\\d{2}-\\d{4}|\\d{2}-\\d{3}|\\d{6}[-+]\\d{4}"
                    + "|\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}|97[89][- ].*|\\d+\\.\\d+\\.\\d+\\.\\d+|\\d+\\.\\d+|[1-9]\\d*/\\d+|(\\d{4}[ -]){3}\\d{1,7}|\\d{4}-\\d{3}");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([ .]\\d{3})+");
    private static final Pattern NATIONAL = Pattern.compile("0[1-9]\\d{7,10}");
    private static final Pattern NORTH_AMERICAN = Pattern.compile("1?[2-9]\\d{2}[2-9]\\d{6}");

    private Telephones() {}

    static Optional<Vote> vote(ColumnView column) {
        if (column.schema().type() == ColumnType.DECIMAL || column.distinct() < 2 && column.rows() > 2) {
            return Optional.empty();
        }
        double formed = column.share(Telephones::isFormed);
        if (formed >= 0.15) {
            boolean amounts = column.share(value -> GROUPED.matcher(value).matches()) > 0.8 && !sameLength(column);
            double score = Math.min(0.95, 0.3 + 0.95 * formed);
            return amounts
                    ? Optional.empty()
                    : vote(
                            score,
                            Math.round(100 * formed) + " % of the distinct values are written as telephone numbers");
        }
        return plain(column);
    }

    private static Optional<Vote> plain(ColumnView column) {
        double digits = column.share(value -> isPlain(value));
        if (digits < 0.9 || column.distinct() < 10) {
            return Optional.empty();
        }
        if (column.share(value -> NATIONAL.matcher(value).matches()) > 0.6) {
            return vote(0.9, "digits with the trunk prefix of telephone numbers");
        }
        List<String> values =
                column.sample().stream().filter(Telephones::isPlain).toList();
        if (2 * column.distinct() < column.present() || !spread(values) || round(values)) {
            return Optional.empty();
        }
        if (column.distinct() >= 30
                && column.share(value -> NORTH_AMERICAN.matcher(value).matches()) > 0.97) {
            return vote(0.8, "digits in the North American numbering plan");
        }
        return lengths(values) >= 2 && column.distinct() >= 30
                ? vote(0.76, "long numbers of several lengths, hardly ever repeated, as telephone numbers are")
                : Optional.empty();
    }

    private static Optional<Vote> vote(double score, String explanation) {
        return Optional.of(new Vote(PatternClassifier.NAME, SensitivityType.PHONE, score, explanation));
    }

    static boolean isFormed(String value) {
        if (value.length() < 6 || value.length() > 32) {
            return false;
        }
        String number = EXTENSION.matcher(value).replaceFirst("");
        if (!CHARACTERS.matcher(number).matches()
                || DATE.matcher(number).matches()
                || OTHER_FORM.matcher(number).matches()) {
            return false;
        }
        int digits = AccountRules.digits(number).length();
        boolean international = number.startsWith("+") || number.startsWith("00") || number.startsWith("(");
        boolean separated = digits < number.length();
        return digits >= 6 && digits <= 15 && (international ? digits >= 7 : separated && groups(number));
    }

    /** Two to five groups, and none of a single digit but the first. */
    private static boolean groups(String number) {
        String[] groups = number.split("[^\\d]+");
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            if (groups[i].isEmpty()) {
                continue;
            }
            count++;
            if (groups[i].length() == 1 && count > 2) {
                return false;
            }
        }
        return count >= 2 && count <= 6;
    }

    private static boolean isPlain(String value) {
        return value.length() >= 9 && value.length() <= 14 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The first two digits take many values, and none of them prevails: no counter, no clock. */
    private static boolean spread(List<String> values) {
        int[] heads = new int[100];
        values.forEach(value -> heads[Integer.parseInt(value.substring(0, 2))]++);
        int used = 0;
        int most = 0;
        for (int head : heads) {
            used += head > 0 ? 1 : 0;
            most = Math.max(most, head);
        }
        return used >= Math.min(20, values.size() / 2) && most < 0.4 * values.size();
    }

    private static boolean round(List<String> values) {
        return values.stream().filter(value -> value.endsWith("0")).count() > 0.2 * values.size();
    }

    private static int lengths(List<String> values) {
        int[] counts = new int[15];
        values.forEach(value -> counts[value.length()]++);
        int telling = 0;
        for (int count : counts) {
            telling += count >= 0.03 * values.size() && count > 0 ? 1 : 0;
        }
        return telling;
    }

    private static boolean sameLength(ColumnView column) {
        return column.sample().stream()
                        .map(value -> AccountRules.digits(value).length())
                        .distinct()
                        .count()
                == 1;
    }
}
