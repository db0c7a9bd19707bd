package io.verisim.synthesizer.regular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of UTF-16 characters.
 *
 * @param ranges first and last of each run, in order, apart from each other
 */
record CharSet(List<Run> ranges) {

    static final CharSet DIGITS = range('0', '9');
    static final CharSet WORD = union(List.of(DIGITS, range('A', 'Z'), range('a', 'z'), range('_', '_')));
    static final CharSet SPACE = union(List.of(range('\t', '\r'), range(' ', ' ')));

    /** All but ends of lines, as a dot means. */
    static final CharSet ANY =
            union(List.of(range('\n', '\n'), range('\r', '\r'))).negated();

    private static final Run PRINTABLE = new Run(' ', '~');

    CharSet {
        ranges = List.copyOf(ranges);
    }

    /** Characters that follow each other, both ends included. */
    record Run(int first, int last) {
        int size() {
            return last - first + 1;
        }
    }

    static CharSet range(int first, int last) {
        return new CharSet(List.of(new Run(first, last)));
    }

    static CharSet union(List<CharSet> sets) {
        List<Run> sorted = new ArrayList<>();
        sets.forEach(set -> sorted.addAll(set.ranges));
        sorted.sort(Comparator.comparingInt(Run::first));
        List<Run> merged = new ArrayList<>();
        for (Run run : sorted) {
            if (!merged.isEmpty() && merged.getLast().last() >= run.first() - 1) {
                Run last = merged.removeLast();
                merged.add(new Run(last.first(), Math.max(last.last(), run.last())));
            } else {
                merged.add(run);
            }
        }
        return new CharSet(merged);
    }

    CharSet negated() {
        List<Run> rest = new ArrayList<>();
        int from = Character.MIN_VALUE;
        for (Run run : ranges) {
            if (run.first() > from) {
                rest.add(new Run(from, run.first() - 1));
            }
            from = run.last() + 1;
        }
        if (from <= Character.MAX_VALUE) {
            rest.add(new Run(from, Character.MAX_VALUE));
        }
        return new CharSet(rest);
    }

    /** Its printable ASCII characters; all but surrogates where it has none of them. */
    static List<Run> drawable(Run run) {
        int first = Math.max(run.first(), PRINTABLE.first());
        int last = Math.min(run.last(), PRINTABLE.last());
        return first <= last ? List.of(new Run(first, last)) : List.of();
    }
}
