package io.verisim.synthesizer.identity;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Alternatives and how often each was seen.
 *
 * @param names the alternatives, at least one, the most frequent first
 * @param cumulative share of the first ones, cumulated
 */
@SuppressWarnings("ArrayRecordComponent")
record Shares(List<String> names, double[] cumulative) {

    private static final int MOST = 64;

    /** The alternatives seen in fewer than this share of cases are left out, where others remain. */
    static Shares of(Map<String, Integer> counts, String otherwise) {
        List<Map.Entry<String, Integer>> ranked = new ArrayList<>(counts.entrySet());
        ranked.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()));
        if (ranked.size() > MOST) {
            ranked = ranked.subList(0, MOST);
        }
        if (ranked.isEmpty()) {
            return new Shares(List.of(otherwise), new double[] {1});
        }
        double total = ranked.stream().mapToInt(Map.Entry::getValue).sum();
        double[] cumulative = new double[ranked.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += ranked.get(i).getValue() / total;
            cumulative[i] = sum;
        }
        return new Shares(ranked.stream().map(Map.Entry::getKey).toList(), cumulative);
    }

    String draw(RandomGenerator random) {
        double draw = random.nextDouble();
        int i = 0;
        while (i < cumulative.length - 1 && draw >= cumulative[i]) {
            i++;
        }
        return names.get(i);
    }

    void write(DataOutput out) throws IOException {
        Codec.writeTexts(out, names);
        Codec.writeDoubles(out, cumulative);
    }

    static Shares read(DataInput in) throws IOException {
        return new Shares(Codec.readTexts(in), Codec.readDoubles(in));
    }

    /** Counts in order of first occurrence. */
    static Map<String, Integer> counter() {
        return new LinkedHashMap<>();
    }
}
