package io.verisim.tabular.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the dialect from the beginning of a file: the separator that the header holds and that gives most rows as many
 * fields as the header has; among equals the one with more fields, then the more usual one.
 */
final class DialectDetector {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final char[] QUOTES = {'"', '\''};
    private static final int ROWS = 500;

    private final String sample;
    private final boolean complete;

    /** @param complete whether the sample is the whole file, so that its last row is whole too */
    DialectDetector(String sample, boolean complete) {
        this.sample = sample;
        this.complete = complete;
    }

    Dialect detect() {
        Rows best = split(',', '"');
        for (char quote : QUOTES) {
            for (char separator : SEPARATORS) {
                Rows rows = split(separator, quote);
                if (rows.beats(best)) {
                    best = rows;
                }
            }
        }
        return new Dialect(best.separator, best.quote, best.isSpaced());
    }

    private Rows split(char separator, char quote) {
        Rows rows = new Rows(separator, quote);
        int at = 0;
        while (at < sample.length() && rows.rows.size() < ROWS) {
            List<String> fields = new ArrayList<>();
            at = row(at, separator, quote, fields);
            boolean whole = complete || at < sample.length();
            boolean blank = fields.size() == 1 && fields.getFirst().isEmpty();
            if (!blank && (whole || rows.rows.isEmpty())) {
                rows.rows.add(fields);
            }
        }
        return rows;
    }

    /** Splits one row; a quoted field keeps its opening quote, as the mark that it was quoted. */
    private int row(int from, char separator, char quote, List<String> fields) {
        int at = from;
        int begin = from;
        boolean quoted = false;
        boolean fresh = true;
        while (at < sample.length()) {
            char c = sample.charAt(at);
            if (quoted) {
                quoted = c != quote;
            } else if (c == separator) {
                fields.add(sample.substring(begin, at));
                begin = at + 1;
                fresh = true;
            } else if (c == '\n' || c == '\r') {
                break;
            } else if (c == quote && (fresh || sample.charAt(at - 1) == quote)) {
                quoted = true;
                fresh = false;
            } else if (c != ' ') {
                fresh = false;
            }
            at++;
        }
        fields.add(sample.substring(begin, at));
        boolean pair = at + 1 < sample.length() && sample.charAt(at) == '\r' && sample.charAt(at + 1) == '\n';
        return Math.min(sample.length(), at + (pair ? 2 : 1));
    }

    private static final class Rows {

        private final char separator;
        private final char quote;
        private final List<List<String>> rows = new ArrayList<>();

        Rows(char separator, char quote) {
            this.separator = separator;
            this.quote = quote;
        }

        boolean beats(Rows other) {
            if (width() < 2) {
                return false;
            }
            int fit = Double.compare(fit(), other.fit());
            if (quote == '\'' && other.quote == '"') {
                return isQuoted() && !other.isQuoted() && fit >= 0;
            }
            return fit > 0 || (fit == 0 && width() > other.width());
        }

        private int width() {
            return rows.isEmpty() ? 0 : rows.getFirst().size();
        }

        /** From 0 for a separator that the header lacks, to 2 for one that gives all rows the header's length. */
        private double fit() {
            if (width() < 2) {
                return 0;
            }
            long equal = rows.stream().filter(row -> row.size() == width()).count();
            return 1 + (double) equal / rows.size();
        }

        /** Whether fields are wrapped in the quote, each opened one closed again. */
        private boolean isQuoted() {
            long opened = fields(field -> !field.isEmpty() && field.charAt(0) == quote);
            long wrapped = fields(field ->
                    field.length() > 1 && field.charAt(0) == quote && field.charAt(field.length() - 1) == quote);
            return wrapped > 0 && (quote == '"' || (wrapped == opened && wrapped >= rows.size() / 2));
        }

        private long fields(java.util.function.Predicate<String> which) {
            return rows.stream()
                    .flatMap(List::stream)
                    .map(String::stripLeading)
                    .filter(which)
                    .count();
        }

        /** Whether some column beyond the first has a space before every value there is, and there are three. */
        boolean isSpaced() {
            for (int column = 1; column < width(); column++) {
                int values = 0;
                int spaced = 0;
                for (List<String> row : rows) {
                    if (column < row.size() && !row.get(column).isEmpty()) {
                        boolean header = values == 0 && spaced == 0 && row == rows.getFirst();
                        values += header ? 0 : 1;
                        spaced += !header && row.get(column).startsWith(" ") ? 1 : 0;
                    }
                }
                if (values >= 3 && spaced == values) {
                    return true;
                }
            }
            return false;
        }
    }
}
