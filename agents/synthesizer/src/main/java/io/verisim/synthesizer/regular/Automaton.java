package io.verisim.synthesizer.regular;

import io.verisim.model.error.VerisimException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A deterministic automaton: state 0 begins, −1 is the dead state. Built from an expression by the constructions of
 * Thompson and of subsets.
 */
@SuppressWarnings("ArrayRecordComponent")
record Automaton(int[] starts, int[][] next, boolean[] accepting) {

    private static final int MOST_STATES = 4_000;
    private static final int MOST_STEPS = 40_000;

    static Automaton of(Node node, String pattern) {
        return new Builder(pattern).build(node);
    }

    /** The state after a character; −1 where there is none. */
    int step(int state, char c) {
        int at = Arrays.binarySearch(starts, c);
        return next[state][at >= 0 ? at : -at - 2];
    }

    boolean accepts(String text) {
        int state = 0;
        for (int i = 0; i < text.length() && state >= 0; i++) {
            state = step(state, text.charAt(i));
        }
        return state >= 0 && accepting[state];
    }

    /** Whether some text is accepted by both. */
    boolean meets(Automaton other) {
        Map<Long, Boolean> seen = new HashMap<>();
        Deque<int[]> open = new ArrayDeque<>(List.of(new int[] {0, 0}));
        TreeSet<Integer> characters = new TreeSet<>();
        Arrays.stream(starts).forEach(characters::add);
        Arrays.stream(other.starts).forEach(characters::add);
        while (!open.isEmpty()) {
            int[] pair = open.removeLast();
            if (accepting[pair[0]] && other.accepting[pair[1]]) {
                return true;
            }
            for (int character : characters) {
                int mine = step(pair[0], (char) character);
                int others = other.step(pair[1], (char) character);
                if (mine >= 0 && others >= 0 && seen.put((long) mine << 32 | others, true) == null) {
                    open.add(new int[] {mine, others});
                }
            }
        }
        return false;
    }

    /** A character of a set leads to a state. */
    private record Read(CharSet set, int to) {}

    private static final class Builder {

        private final String pattern;
        private final List<List<Integer>> freeFrom = new ArrayList<>();
        private final List<List<Read>> readFrom = new ArrayList<>();

        Builder(String pattern) {
            this.pattern = pattern;
        }

        Automaton build(Node node) {
            int begin = state();
            int end = add(node, begin);
            TreeSet<Integer> cuts = new TreeSet<>(List.of((int) Character.MIN_VALUE));
            readFrom.forEach(steps -> steps.forEach(step -> step.set().ranges().forEach(run -> {
                cuts.add(run.first());
                if (run.last() < Character.MAX_VALUE) {
                    cuts.add(run.last() + 1);
                }
            })));
            return determine(
                    begin, end, cuts.stream().mapToInt(Integer::intValue).toArray());
        }

        private int state() {
            if (freeFrom.size() >= MOST_STEPS) {
                throw tooLarge(pattern);
            }
            freeFrom.add(new ArrayList<>());
            readFrom.add(new ArrayList<>());
            return freeFrom.size() - 1;
        }

        private void free(int from, int to) {
            freeFrom.get(from).add(to);
        }

        /** Adds an expression that begins in a state; the state where it ends. */
        private int add(Node node, int from) {
            return switch (node) {
                case Node.One one -> {
                    int to = state();
                    readFrom.get(from).add(new Read(one.set(), to));
                    yield to;
                }
                case Node.Sequence sequence -> {
                    int at = from;
                    for (Node part : sequence.parts()) {
                        at = add(part, at);
                    }
                    yield at;
                }
                case Node.Choice choice -> {
                    int to = state();
                    for (Node option : choice.options()) {
                        int begin = state();
                        free(from, begin);
                        free(add(option, begin), to);
                    }
                    yield to;
                }
                case Node.Repeat repeat -> addRepeat(repeat, from);
            };
        }

        private int addRepeat(Node.Repeat repeat, int from) {
            int at = from;
            for (int i = 0; i < repeat.least(); i++) {
                at = add(repeat.node(), at);
            }
            int to = state();
            free(at, to);
            if (repeat.most() < 0) {
                int begin = state();
                free(at, begin);
                int end = add(repeat.node(), begin);
                free(end, begin);
                free(end, to);
            }
            for (int i = repeat.least(); i < repeat.most(); i++) {
                int begin = state();
                free(at, begin);
                at = add(repeat.node(), begin);
                free(at, to);
            }
            return to;
        }

        private Automaton determine(int begin, int end, int[] starts) {
            Map<BitSet, Integer> known = new HashMap<>();
            List<BitSet> sets = new ArrayList<>();
            List<int[]> next = new ArrayList<>();
            BitSet first = new BitSet();
            first.set(begin);
            close(first);
            known.put(first, 0);
            sets.add(first);
            for (int s = 0; s < sets.size(); s++) {
                int[] to = new int[starts.length];
                for (int c = 0; c < starts.length; c++) {
                    BitSet reached = reached(sets.get(s), starts[c]);
                    Integer number = reached.isEmpty() ? Integer.valueOf(-1) : known.get(reached);
                    if (number == null) {
                        number = sets.size();
                        known.put(reached, number);
                        sets.add(reached);
                    }
                    to[c] = number;
                }
                next.add(to);
                if (sets.size() > MOST_STATES) {
                    throw tooLarge(pattern);
                }
            }
            boolean[] accepting = new boolean[sets.size()];
            for (int s = 0; s < accepting.length; s++) {
                accepting[s] = sets.get(s).get(end);
            }
            return new Automaton(starts, next.toArray(int[][]::new), accepting);
        }

        private BitSet reached(BitSet from, int character) {
            BitSet reached = new BitSet();
            from.stream()
                    .forEach(state -> readFrom.get(state).forEach(step -> {
                        for (CharSet.Run run : step.set().ranges()) {
                            if (character >= run.first() && character <= run.last()) {
                                reached.set(step.to());
                            }
                        }
                    }));
            close(reached);
            return reached;
        }

        private void close(BitSet states) {
            Deque<Integer> open = new ArrayDeque<>();
            states.stream().forEach(open::add);
            while (!open.isEmpty()) {
                for (int to : freeFrom.get(open.removeLast())) {
                    if (!states.get(to)) {
                        states.set(to);
                        open.add(to);
                    }
                }
            }
        }
    }

    private static VerisimException tooLarge(String pattern) {
        return VerisimException.configuration(
                "PATTERN_UNSUPPORTED",
                "The pattern '" + pattern + "' is too large: it needs more than " + MOST_STATES + " states.",
                "Use fewer or smaller repetitions.");
    }
}
