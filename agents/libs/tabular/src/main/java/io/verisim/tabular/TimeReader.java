package io.verisim.tabular;

import java.util.List;

/** Reads times in a main format and, where that does not fit, in any other that is known. */
final class TimeReader {

    private final TimePattern main;
    private final List<TimePattern> others;

    TimeReader(TimePattern main) {
        this.main = main;
        this.others = KnownTimePatterns.besides(main);
    }

    /** Microseconds, or {@link TimePattern#MISSING}. */
    long read(String value) {
        String text = value.strip();
        long micros = main.parse(text);
        for (int i = 0; micros == TimePattern.MISSING && i < others.size(); i++) {
            micros = others.get(i).parse(text);
        }
        return micros;
    }
}
