package io.verisim.synthesizer.declared;

import io.verisim.synthesizer.condition.NumberSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the model draws a column.
 *
 * @param name column name
 * @param distribution name of a distribution of numbers; empty for a category
 * @param parameters of the distribution, in the model's numbers
 * @param weights of the levels of a category; empty for numbers
 * @param nullRate share of missing values, which are level 0 of numbers and the last level of a category
 */
public record DeclaredColumn(
        String name, String distribution, Map<String, Double> parameters, List<Double> weights, double nullRate) {

    public DeclaredColumn {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        weights = List.copyOf(weights);
    }

    public static DeclaredColumn number(
            String name, String distribution, Map<String, Double> parameters, double nullRate) {
        return new DeclaredColumn(name, distribution, parameters, List.of(), nullRate);
    }

    public static DeclaredColumn category(String name, List<Double> weights, double nullRate) {
        return new DeclaredColumn(name, "", Map.of(), weights, nullRate);
    }

    public boolean isNumber() {
        return !distribution.isEmpty();
    }

    /** Number of levels, the missing one included. */
    public int levels() {
        return weights.size() + (nullRate > 0 ? 1 : 0);
    }

    /** The level of a missing value. */
    int missing() {
        return isNumber() ? 0 : weights.size();
    }

    /** The part of (0, 1) that the numbers of some intervals have, as from it to it; empty where none. */
    static NumberSet probabilities(io.verisim.numerics.Distribution law, double[] low, double[] high) {
        NumberSet all = NumberSet.EMPTY;
        for (int i = 0; i < low.length; i++) {
            double below =
                    low[i] == Double.NEGATIVE_INFINITY ? 0 : law.cdf(law.isDiscrete() ? Math.ceil(low[i]) - 1 : low[i]);
            double upTo = high[i] == Double.POSITIVE_INFINITY ? 1 : law.cdf(high[i]);
            all = all.union(NumberSet.of(below, true, upTo, false));
        }
        return all;
    }
}
