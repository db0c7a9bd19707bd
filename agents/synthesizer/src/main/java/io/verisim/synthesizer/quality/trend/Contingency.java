package io.verisim.synthesizer.quality.trend;

import java.util.Arrays;

/** Joint frequencies of two columns of levels, real and synthetic, counted once for all measures. */
public final class Contingency {

    /** Beyond this many cells a table is kept sparse. */
    private static final int DENSE_CELLS = 1 << 20;

    private final int rows;
    private final int columns;
    private final Counts real;
    private final Counts synthetic;

    private Contingency(Levels a, Levels b) {
        rows = a.count();
        columns = b.count();
        boolean dense = (long) rows * columns <= DENSE_CELLS;
        real = dense ? dense(a.real(), b.real()) : sparse(a.real(), b.real());
        synthetic = dense ? dense(a.synthetic(), b.synthetic()) : sparse(a.synthetic(), b.synthetic());
    }

    /** Counts two columns. */
    public static Contingency of(Levels a, Levels b) {
        return new Contingency(a, b);
    }

    /**
     * How often cells occur.
     *
     * @param cells which, ascending, row times columns plus column; null for all of them
     * @param counts by place in {@code cells}
     * @param total the sum of all counts
     */
    private record Counts(long @org.jspecify.annotations.Nullable [] cells, int[] counts, int total) {

        long cell(int place) {
            return cells == null ? place : cells[place];
        }
    }

    private Counts dense(int[] a, int[] b) {
        int[] counts = new int[rows * columns];
        for (int i = 0; i < a.length; i++) {
            counts[a[i] * columns + b[i]]++;
        }
        return new Counts(null, counts, a.length);
    }

    private Counts sparse(int[] a, int[] b) {
        long[] all = new long[a.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (long) a[i] * columns + b[i];
        }
        Arrays.sort(all);
        int[] counts = new int[all.length];
        int cells = 0;
        for (int i = 0; i < all.length; i++) {
            if (i > 0 && all[i] == all[cells - 1]) {
                counts[cells - 1]++;
            } else {
                all[cells] = all[i];
                counts[cells++] = 1;
            }
        }
        return new Counts(Arrays.copyOf(all, cells), Arrays.copyOf(counts, cells), a.length);
    }

    /**
     * ContingencySimilarity: 1 − ½ Σ |P_real(a, b) − P_syn(a, b)| over all cells. NaN where a side has no row.
     */
    public double similarity() {
        if (real.total == 0 || synthetic.total == 0) {
            return Double.NaN;
        }
        double difference = 0;
        int i = 0;
        int j = 0;
        while (i < real.counts.length || j < synthetic.counts.length) {
            long x = i < real.counts.length ? real.cell(i) : Long.MAX_VALUE;
            long y = j < synthetic.counts.length ? synthetic.cell(j) : Long.MAX_VALUE;
            double p = x <= y ? (double) real.counts[i++] / real.total : 0;
            double q = y <= x ? (double) synthetic.counts[j++] / synthetic.total : 0;
            difference += Math.abs(p - q);
        }
        return 1 - difference / 2;
    }

    /**
     * Cramér's V of the real table: √(χ² / n / min(r − 1, c − 1)) over observed levels, without corrections (H. Cramér,
     * "Mathematical Methods of Statistics", 1946, ch. 21).
     *
     * @return from 0 to 1; NaN where a column has fewer than two levels
     */
    public double cramersV() {
        return cramersV(real);
    }

    /** Cramér's V of the synthetic table. */
    public double syntheticCramersV() {
        return cramersV(synthetic);
    }

    private double cramersV(Counts table) {
        int[] rowTotals = new int[rows];
        int[] columnTotals = new int[columns];
        for (int place = 0; place < table.counts.length; place++) {
            rowTotals[(int) (table.cell(place) / columns)] += table.counts[place];
            columnTotals[(int) (table.cell(place) % columns)] += table.counts[place];
        }
        int smaller = Math.min(observed(rowTotals), observed(columnTotals));
        if (smaller < 2) {
            return Double.NaN;
        }
        // Σ (o − e)² / e = Σ o² / e − n, so that empty cells need no visit
        double sum = 0;
        for (int place = 0; place < table.counts.length; place++) {
            int count = table.counts[place];
            if (count > 0) {
                long cell = table.cell(place);
                double expected =
                        (double) rowTotals[(int) (cell / columns)] * columnTotals[(int) (cell % columns)] / table.total;
                sum += (double) count * count / expected;
            }
        }
        return Math.sqrt(Math.max(0, sum - table.total) / table.total / (smaller - 1));
    }

    private static int observed(int[] totals) {
        int observed = 0;
        for (int total : totals) {
            observed += total > 0 ? 1 : 0;
        }
        return observed;
    }
}
