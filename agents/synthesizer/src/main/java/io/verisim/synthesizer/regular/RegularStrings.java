package io.verisim.synthesizer.regular;

import io.verisim.model.error.VerisimException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The values of a pattern in printable ASCII, numbered by length and then by alphabet; those longer than the shortest by
 * more than {@value #SPREAD} characters are left out where the pattern has no end.
 */
public final class RegularStrings {

    private static final int SPREAD = 12;
    private static final int LONGEST = 2_000;

    /** More cannot be told apart by 62 bits. */
    private static final long MOST = 1L << 62;

    private final Automaton automaton;

    /** By length left and state: how many values there are from there. */
    private final List<long[]> counts = new ArrayList<>();

    private final List<Integer> lengths = new ArrayList<>();
    private final long total;

    RegularStrings(Automaton automaton, String pattern) {
        this.automaton = automaton;
        long[] none = new long[automaton.next().length];
        for (int s = 0; s < none.length; s++) {
            none[s] = automaton.accepting()[s] ? 1 : 0;
        }
        counts.add(none);
        int end = LONGEST;
        long sum = 0;
        for (int length = 0; length <= end; length++) {
            if (length > 0) {
                counts.add(longer(counts.getLast()));
            }
            long here = counts.getLast()[0];
            if (here > 0) {
                end = lengths.isEmpty() ? length + SPREAD : end;
                lengths.add(length);
                sum = plus(sum, here);
            }
        }
        total = sum;
        if (sum == 0) {
            throw VerisimException.configuration(
                    "PATTERN_EMPTY",
                    "No value in printable characters matches the pattern '" + pattern + "'.",
                    "Give a pattern that some value matches.");
        }
    }

    private long[] longer(long[] shorter) {
        long[] counted = new long[shorter.length];
        for (int s = 0; s < counted.length; s++) {
            for (int c = 0; c < automaton.starts().length; c++) {
                int to = automaton.next()[s][c];
                if (to >= 0 && shorter[to] > 0) {
                    counted[s] = plus(counted[s], times(width(c), shorter[to]));
                }
            }
        }
        return counted;
    }

    private long width(int symbol) {
        return CharSet.drawable(run(symbol)).stream()
                .mapToLong(CharSet.Run::size)
                .sum();
    }

    private CharSet.Run run(int symbol) {
        int[] starts = automaton.starts();
        int last = symbol + 1 < starts.length ? starts[symbol + 1] - 1 : Character.MAX_VALUE;
        return new CharSet.Run(starts[symbol], last);
    }

    private static long times(long a, long b) {
        return a != 0 && b > MOST / a ? MOST : a * b;
    }

    private static long plus(long a, long b) {
        return a > MOST - b ? MOST : a + b;
    }

    /** How many there are; 2^62 where there are more. */
    public long count() {
        return total;
    }

    /**
     * The value of a number.
     *
     * @param index from 0 to below {@link #count()}
     */
    public String at(long index) {
        long left = index;
        for (int length : lengths) {
            long here = counts.get(length)[0];
            if (left < here) {
                return build(length, left);
            }
            left -= here;
        }
        throw new IndexOutOfBoundsException("No value " + index + " of " + total);
    }

    /** Any value: every length that there is as often as the others, every value of a length likewise. */
    public String draw(RandomGenerator random) {
        int length = lengths.get(random.nextInt(lengths.size()));
        return build(length, random.nextLong(counts.get(length)[0]));
    }

    private String build(int length, long index) {
        StringBuilder text = new StringBuilder(length);
        int state = 0;
        long left = index;
        for (int rest = length - 1; rest >= 0; rest--) {
            int symbol = 0;
            long each = 0;
            for (; ; symbol++) {
                int to = automaton.next()[state][symbol];
                each = to < 0 ? 0 : counts.get(rest)[to];
                long here = times(width(symbol), each);
                if (left < here) {
                    break;
                }
                left -= here;
            }
            text.append((char) (CharSet.drawable(run(symbol)).getFirst().first() + left / each));
            left %= each;
            state = automaton.next()[state][symbol];
        }
        return text.toString();
    }
}
