package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.model.ModelColumn;
import java.util.Arrays;

/**
 * The values of a column that may be told, and how often each occurs, with noise. Public levels always may. Any other
 * level, and any number, only where it occurs in at least {@link ValueGuard#COMMON} rows and its noisy count reaches a
 * threshold; one that a single row has just made frequent enough reaches it with a chance of at most δ (A. Korolova et
 * al., doi:10.1145/1526709.1526733). A row has one value, so the sensitivity of all counts together is 1.
 *
 * @param levels the levels that may be told: the public ones, then the others in their order
 * @param levelCounts noisy
 * @param numbers frequent numbers, ascending
 * @param numberCounts noisy
 */
@SuppressWarnings("ArrayRecordComponent")
record Values(int[] levels, long[] levelCounts, double[] numbers, long[] numberCounts) {

    static Values of(ModelColumn column, int publicLevels, Gaussian mechanism, double delta) {
        long threshold = ValueGuard.COMMON + mechanism.reachedWith(delta);
        long[] counts = new long[column.levels()];
        for (int code : column.codes()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        int[] levels = new int[counts.length];
        long[] levelCounts = new long[counts.length];
        int found = 0;
        for (int level = 0; level < counts.length; level++) {
            boolean isPublic = level < publicLevels;
            if (isPublic || counts[level] >= ValueGuard.COMMON) {
                long noisy = mechanism.noisy(counts[level]);
                if (isPublic || noisy >= threshold) {
                    levels[found] = level;
                    levelCounts[found++] = noisy;
                }
            }
        }
        return frequent(
                numbers(column), mechanism, threshold, Arrays.copyOf(levels, found), Arrays.copyOf(levelCounts, found));
    }

    private static Values frequent(
            double[] sorted, Gaussian mechanism, long threshold, int[] levels, long[] levelCounts) {
        double[] numbers = new double[sorted.length / ValueGuard.COMMON];
        long[] counts = new long[numbers.length];
        int found = 0;
        for (int i = 0; i < sorted.length; ) {
            int next = i + 1;
            while (next < sorted.length && sorted[next] == sorted[i]) {
                next++;
            }
            if (next - i >= ValueGuard.COMMON) {
                long noisy = mechanism.noisy(next - i);
                if (noisy >= threshold) {
                    numbers[found] = sorted[i];
                    counts[found++] = noisy;
                }
            }
            i = next;
        }
        return new Values(levels, levelCounts, Arrays.copyOf(numbers, found), Arrays.copyOf(counts, found));
    }

    /** The column's numbers, ascending; −0 as 0. */
    private static double[] numbers(ModelColumn column) {
        double[] all = column.numbers();
        if (all == null) {
            return new double[0];
        }
        double[] present = new double[all.length];
        int found = 0;
        for (int row = 0; row < all.length; row++) {
            if (column.codes()[row] == ModelColumn.NUMBER) {
                present[found++] = all[row] + 0.0;
            }
        }
        double[] sorted = Arrays.copyOf(present, found);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The column's numbers that are not told, ascending. */
    double[] others(ModelColumn column) {
        return Arrays.stream(numbers(column))
                .filter(number -> Arrays.binarySearch(numbers, number) < 0)
                .toArray();
    }
}
