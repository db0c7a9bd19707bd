package io.verisim.tabular;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The spellings of true and false, as {@code true-text|false-text} of a column's format. */
record BooleanSpellings(String yes, String no) {

    private static final List<BooleanSpellings> KNOWN = List.of(
            new BooleanSpellings("true", "false"),
            new BooleanSpellings("yes", "no"),
            new BooleanSpellings("y", "n"),
            new BooleanSpellings("t", "f"));

    /** The spellings that exactly these two values are, in whatever case. */
    static Optional<BooleanSpellings> of(String one, String other) {
        for (BooleanSpellings known : KNOWN) {
            if (known.isSpelt(one, other)) {
                return Optional.of(new BooleanSpellings(one, other));
            }
            if (known.isSpelt(other, one)) {
                return Optional.of(new BooleanSpellings(other, one));
            }
        }
        return Optional.empty();
    }

    /** Reads {@link #format()}; a format that is none means {@code true|false}. */
    static BooleanSpellings parse(String format) {
        int bar = format.indexOf('|');
        return bar < 0
                ? new BooleanSpellings("true", "false")
                : new BooleanSpellings(format.substring(0, bar), format.substring(bar + 1));
    }

    String format() {
        return yes + "|" + no;
    }

    private boolean isSpelt(String first, String second) {
        return first.toLowerCase(Locale.ROOT).equals(yes)
                && second.toLowerCase(Locale.ROOT).equals(no);
    }
}
