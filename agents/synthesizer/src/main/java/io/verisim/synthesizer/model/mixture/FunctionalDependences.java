package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.model.ModelColumn;
import java.util.Arrays;
import java.util.List;

/**
 * Finds category columns that follow from another one: every level of the source goes with one level of the target. A
 * source whose levels are mostly rare determines anything by chance, and does not count.
 */
final class FunctionalDependences {

    private static final int LEAST_ROWS_A_LEVEL = 5;

    private FunctionalDependences() {}

    /** The column each one follows from, −1 where it follows from none; never in a circle. */
    static int[] sources(List<ModelColumn> columns, int rows) {
        int[] source = new int[columns.size()];
        Arrays.fill(source, -1);
        for (int target = 0; target < source.length; target++) {
            for (int candidate = 0; candidate < source.length && source[target] < 0; candidate++) {
                if (candidate != target
                        && source[candidate] < 0
                        && !isSource(source, target)
                        && follows(columns.get(candidate), columns.get(target), rows)) {
                    source[target] = candidate;
                }
            }
        }
        return source;
    }

    private static boolean isSource(int[] source, int column) {
        for (int s : source) {
            if (s == column) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(ModelColumn source, ModelColumn target, int rows) {
        if (source.isNumeric()
                || target.isNumeric()
                || target.levels() < 2
                || source.levels() < target.levels()
                || (long) source.levels() * LEAST_ROWS_A_LEVEL > rows) {
            return false;
        }
        return map(source, target).length > 0;
    }

    /** Level of the target for each level of the source; empty where it does not follow. */
    static int[] map(ModelColumn source, ModelColumn target) {
        int[] map = new int[source.levels()];
        Arrays.fill(map, -1);
        for (int row = 0; row < source.codes().length; row++) {
            int from = source.codes()[row];
            int to = target.codes()[row];
            if (map[from] >= 0 && map[from] != to) {
                return new int[0];
            }
            map[from] = to;
        }
        for (int level = 0; level < map.length; level++) {
            map[level] = Math.max(map[level], 0);
        }
        return map;
    }
}
