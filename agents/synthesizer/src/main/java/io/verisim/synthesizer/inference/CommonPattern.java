package io.verisim.synthesizer.inference;

import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The regular expression that all values of a column share: runs of digits, capitals, small letters and other characters
 * in the same order, with the lengths that were seen.
 *
 * @param regex the expression
 * @param chanceLog10 how likely values of these lengths would all have this shape, were each character's kind drawn anew
 *     from the shares of kinds in the column
 */
record CommonPattern(String regex, double chanceLog10) {

    private static final int MOST_RUNS = 12;
    private static final int MOST_LENGTH = 60;
    private static final String SPECIAL = "\\.[]{}()*+?^$|-/";

    /** A run of one kind: d, U, l, or the character itself, with its shortest and longest length. */
    private static final class Run {
        private final char kind;
        private int least;
        private int most;

        Run(char kind, int length) {
            this.kind = kind;
            least = length;
            most = length;
        }
    }

    /** The pattern; empty where values have several, or only one that says nothing. */
    static Optional<CommonPattern> of(TextColumn column) {
        List<Run> shape = new ArrayList<>();
        long[] kinds = new long[4];
        for (String value : column.dictionary()) {
            List<Run> own = runs(value, kinds);
            if (own.isEmpty() || own.size() > MOST_RUNS || value.length() > MOST_LENGTH) {
                return Optional.empty();
            }
            if (shape.isEmpty()) {
                shape = own;
            } else if (!merge(shape, own)) {
                return Optional.empty();
            }
        }
        boolean telling = shape.stream().anyMatch(run -> run.kind == 'd' || "dUl".indexOf(run.kind) < 0);
        if (shape.isEmpty() || !telling || shape.stream().anyMatch(run -> run.kind == ' ')) {
            return Optional.empty();
        }
        StringBuilder regex = new StringBuilder();
        shape.forEach(run -> append(regex, run));
        return Optional.of(new CommonPattern(
                regex.toString(), chance(kinds, column.dictionary().size())));
    }

    private static List<Run> runs(String value, long[] kinds) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            char kind = c >= '0' && c <= '9' ? 'd' : c >= 'A' && c <= 'Z' ? 'U' : c >= 'a' && c <= 'z' ? 'l' : c;
            if (c > '~' || c < ' ') {
                return List.of();
            }
            kinds[Math.max(0, "dUl".indexOf(kind) + 1)]++;
            if (!runs.isEmpty() && runs.getLast().kind == kind) {
                runs.getLast().least++;
                runs.getLast().most++;
            } else {
                runs.add(new Run(kind, 1));
            }
        }
        return runs;
    }

    private static boolean merge(List<Run> shape, List<Run> own) {
        if (shape.size() != own.size()) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            if (shape.get(i).kind != own.get(i).kind) {
                return false;
            }
            shape.get(i).least = Math.min(shape.get(i).least, own.get(i).least);
            shape.get(i).most = Math.max(shape.get(i).most, own.get(i).most);
        }
        return true;
    }

    private static void append(StringBuilder regex, Run run) {
        switch (run.kind) {
            case 'd' -> regex.append("\\d");
            case 'U' -> regex.append("[A-Z]");
            case 'l' -> regex.append("[a-z]");
            default -> regex.append(SPECIAL.indexOf(run.kind) >= 0 ? "\\" : "").append(run.kind);
        }
        if (run.most > 1) {
            regex.append('{').append(run.least);
            if (run.most > run.least) {
                regex.append(',').append(run.most);
            }
            regex.append('}');
        }
    }

    /** Every character but those of the first value would have to fall into its kind. */
    private static double chance(long[] kinds, int values) {
        double total = 0;
        for (long kind : kinds) {
            total += kind;
        }
        double logarithm = 0;
        for (long kind : kinds) {
            logarithm += kind == 0 ? 0 : kind * StrictMath.log10(kind / total);
        }
        return logarithm * (values - 1) / values;
    }
}
