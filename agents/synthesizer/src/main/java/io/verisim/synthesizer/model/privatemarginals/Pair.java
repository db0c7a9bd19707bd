package io.verisim.synthesizer.model.privatemarginals;

/**
 * Two columns and how often their groups meet.
 *
 * @param one a column
 * @param other another
 */
record Pair(int one, int other) {

    /** How many rows are in each two groups, by the first's group, then the other's; rows not told are left out. */
    long[] counts(MeasuredColumn first, MeasuredColumn second) {
        int width = second.cells().groups();
        long[] counts = new long[first.cells().groups() * width];
        int[] rows = first.groups();
        int[] columns = second.groups();
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] >= 0 && columns[row] >= 0) {
                counts[rows[row] * width + columns[row]]++;
            }
        }
        return counts;
    }

    /** What the counts would be if the columns had nothing to do with each other. */
    static long[] independent(Cells first, Cells second, long rows) {
        int width = second.groups();
        long[] counts = new long[first.groups() * width];
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] = Math.round(rows * first.mass()[cell / width] * second.mass()[cell % width]);
        }
        return counts;
    }

    /** The sum of absolute differences. */
    static long distance(long[] some, long[] others) {
        long distance = 0;
        for (int cell = 0; cell < some.length; cell++) {
            distance += Math.abs(some[cell] - others[cell]);
        }
        return distance;
    }
}
