package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Interruption;
import java.util.Arrays;

/**
 * The real rows, parted by their categories and by which of their numbers are missing, the rows of a part lying together
 * in ascending order of its first number that is there.
 */
final class RecordGroups {

    private final double[][] numbers;
    private final int[][] codes;

    private final long[] prints;
    private final int[] places;
    private final int mask;

    private final int[] lead;
    private final int[] starts;
    private final int[] order;

    /**
     * Parts rows.
     *
     * @param numbers the columns of numbers, that which parts best first; NaN is missing
     * @param codes the columns of categories
     * @param all the {@link #prints} of all rows
     */
    RecordGroups(double[][] numbers, int[][] codes, long[] all) {
        this.numbers = numbers;
        this.codes = codes;
        int rows = all.length;
        int capacity = Integer.highestOneBit(Math.max(1, rows)) << 2;
        mask = capacity - 1;
        places = new int[capacity];
        long[] found = new long[rows];
        int[] group = new int[rows];
        int[] first = new int[rows];
        int groups = 0;
        for (int row = 0; row < rows; row++) {
            Interruption.checkAt(row);
            int slot = slot(all[row], found);
            if (places[slot] == 0) {
                found[groups] = all[row];
                first[groups] = row;
                places[slot] = ++groups;
            }
            group[row] = places[slot] - 1;
        }
        prints = Arrays.copyOf(found, groups);
        lead = new int[groups];
        for (int g = 0; g < groups; g++) {
            lead[g] = lead(first[g]);
        }
        starts = starts(group, groups);
        order = order(group, rows);
    }

    /** One print a row of what rows must have in common to match at all. */
    static long[] prints(double[][] numbers, int[][] codes, int rows) {
        long[] prints = new long[rows];
        for (int[] column : codes) {
            for (int row = 0; row < rows; row++) {
                prints[row] = RowPrints.add(prints[row], column[row]);
            }
        }
        for (double[] column : numbers) {
            for (int row = 0; row < rows; row++) {
                prints[row] = RowPrints.add(prints[row], Double.isNaN(column[row]) ? 1 : 0);
            }
        }
        return prints;
    }

    private int slot(long print, long[] of) {
        int slot = (int) print & mask;
        while (places[slot] != 0 && of[places[slot] - 1] != print) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The first number that is not missing; −1 where none is there. */
    private int lead(int row) {
        for (int c = 0; c < numbers.length; c++) {
            if (!Double.isNaN(numbers[c][row])) {
                return c;
            }
        }
        return -1;
    }

    private static int[] starts(int[] group, int groups) {
        int[] starts = new int[groups + 1];
        for (int g : group) {
            starts[g + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        return starts;
    }

    private int[] order(int[] group, int rows) {
        int[] next = starts.clone();
        int[] placed = new int[rows];
        for (int c = -1; c < numbers.length; c++) {
            int leading = c;
            if (Arrays.stream(lead).noneMatch(l -> l == leading)) {
                continue;
            }
            for (int row : c < 0 ? asTheyAre(rows) : ascending(numbers[c])) {
                if (lead[group[row]] == c) {
                    placed[next[group[row]]++] = row;
                }
            }
        }
        return placed;
    }

    private static int[] asTheyAre(int rows) {
        int[] all = new int[rows];
        Arrays.setAll(all, row -> row);
        return all;
    }

    /** Rows by ascending value, missing ones last. */
    private static int[] ascending(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] next = new int[values.length];
        int[] order = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            Interruption.checkAt(row);
            int rank = firstOf(sorted, values[row]);
            order[rank + next[rank]++] = row;
        }
        return order;
    }

    /** Where a value that is there stands first, in the order of {@link Double#compare}. */
    private static int firstOf(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Double.compare(sorted[middle], value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Whether some real row matches a row.
     *
     * @param print of the row
     * @param values its numbers
     * @param categories its codes
     * @param tolerance by number how far a match may be off; at most half of what is looked through
     */
    boolean match(long print, double[] values, int[] categories, double[] tolerance) {
        int group = places[slot(print, prints)] - 1;
        if (group < 0) {
            return false;
        }
        int leading = lead[group];
        int from = starts[group];
        double most = Double.POSITIVE_INFINITY;
        if (leading >= 0) {
            from = atLeast(leading, from, starts[group + 1], values[leading] - 2 * tolerance[leading]);
            most = values[leading] + 2 * tolerance[leading];
        }
        for (int i = from; i < starts[group + 1]; i++) {
            if (leading >= 0 && numbers[leading][order[i]] > most) {
                return false;
            }
            if (matches(order[i], values, categories, tolerance)) {
                return true;
            }
        }
        return false;
    }

    private int atLeast(int column, int from, int to, double value) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[column][order[middle]] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean matches(int row, double[] values, int[] categories, double[] tolerance) {
        for (int c = 0; c < values.length; c++) {
            double real = numbers[c][row];
            if (!Double.isNaN(values[c]) && real != values[c] && !(Math.abs(real - values[c]) <= tolerance[c])) {
                return false;
            }
        }
        for (int c = 0; c < categories.length; c++) {
            if (codes[c][row] != categories[c]) {
                return false;
            }
        }
        return true;
    }
}
