package io.verisim.synthesizer.privacy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows that are searched through, parted by some of their categories. The categories in which a row differs from a group
 * are a lower bound of its distance to every row of it, so that most groups need not be looked into. Those columns are
 * taken whose values are spread most evenly, until the groups are small.
 */
final class RowGroups {

    private static final int MOST_GROUPS = 2_048;
    private static final int ROWS_A_GROUP = 32;
    private static final int LANES = Long.BYTES;

    private final int words;
    private final long[] mask;
    private final long[] keys;
    private final int[] starts;
    private final int[] order;
    private final int lanes;

    /**
     * Parts rows.
     *
     * @param signature the categories of each row, a byte each, in {@code words} words a row
     * @param discrete number of categories
     */
    RowGroups(long[] signature, int words, int discrete, int rows) {
        this.words = words;
        mask = new long[words];
        int[] group = new int[rows];
        int groups = rows == 0 ? 0 : 1;
        int used = 0;
        for (int lane : byEvenness(signature, words, discrete, rows)) {
            long[] more = mask.clone();
            more[lane / LANES] |= 0xffL << (lane % LANES * Byte.SIZE);
            int finer = number(signature, more, group, rows);
            if (finer > Math.max(1, Math.min(MOST_GROUPS, rows / ROWS_A_GROUP))) {
                break;
            }
            System.arraycopy(more, 0, mask, 0, words);
            groups = finer;
            used++;
        }
        groups = rows == 0 ? groups : number(signature, mask, group, rows);
        lanes = used;
        starts = new int[groups + 1];
        for (int g : group) {
            starts[g + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        order = new int[rows];
        keys = new long[groups * words];
        int[] next = starts.clone();
        for (int row = 0; row < rows; row++) {
            order[next[group[row]]++] = row;
            for (int w = 0; w < words; w++) {
                keys[group[row] * words + w] = signature[row * words + w] & mask[w];
            }
        }
    }

    /** The categories, the one that most rows differ in first. */
    private static int[] byEvenness(long[] signature, int words, int discrete, int rows) {
        double[] alike = new double[discrete];
        for (int lane = 0; lane < discrete; lane++) {
            int[] counts = new int[256];
            for (int row = 0; row < rows; row++) {
                counts[(int) (signature[row * words + lane / LANES] >>> (lane % LANES * Byte.SIZE)) & 0xff]++;
            }
            alike[lane] = Arrays.stream(counts).mapToDouble(c -> (double) c * c).sum();
        }
        Integer[] lanes = new Integer[discrete];
        Arrays.setAll(lanes, lane -> lane);
        Arrays.sort(lanes, (a, b) -> Double.compare(alike[a], alike[b]));
        return Arrays.stream(lanes).mapToInt(Integer::intValue).toArray();
    }

    /** Numbers the groups by a mask; the number of groups. */
    private int number(long[] signature, long[] by, int[] group, int rows) {
        Map<Key, Integer> known = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            long[] key = new long[words];
            for (int w = 0; w < words; w++) {
                key[w] = signature[row * words + w] & by[w];
            }
            Integer number = known.putIfAbsent(new Key(key), known.size());
            group[row] = number == null ? known.size() - 1 : number;
        }
        return known.size();
    }

    private record Key(long[] parts) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(parts, key.parts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(parts);
        }
    }

    int groups() {
        return starts.length - 1;
    }

    /** Most that a bound can be. */
    int lanes() {
        return lanes;
    }

    /** In how many of the categories that part groups a row differs from each of them. */
    void bounds(long[] signature, int row, byte[] bounds) {
        for (int g = 0; g < groups(); g++) {
            int equal = 0;
            for (int w = 0; w < words; w++) {
                equal += RowSpace.equalBytes((signature[row * words + w] & mask[w]) ^ keys[g * words + w]);
            }
            bounds[g] = (byte) (words * LANES - equal);
        }
    }

    int start(int group) {
        return starts[group];
    }

    /** Which row stands at a place, the rows of a group being together. */
    int[] order() {
        return order;
    }
}
