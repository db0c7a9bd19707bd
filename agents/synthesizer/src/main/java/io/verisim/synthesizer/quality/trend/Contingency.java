package io.verisim.synthesizer.quality.trend;

import java.util.HashMap;
import java.util.Map;

/** Joint frequencies of two columns of levels. */
public final class Contingency {

    /** Beyond this many cells a table is kept sparse. */
    private static final int DENSE_CELLS = 1 << 20;

    private Contingency() {}

    /**
     * ContingencySimilarity: 1 − ½ Σ |P_real(a, b) − P_syn(a, b)| over all cells. NaN where a side has no row.
     */
    public static double similarity(Levels a, Levels b) {
        int n = a.real().length;
        int m = a.synthetic().length;
        if (n == 0 || m == 0) {
            return Double.NaN;
        }
        double difference = 0;
        if ((long) a.count() * b.count() <= DENSE_CELLS) {
            int[] real = dense(a.real(), b.real(), a.count(), b.count());
            int[] synthetic = dense(a.synthetic(), b.synthetic(), a.count(), b.count());
            for (int cell = 0; cell < real.length; cell++) {
                difference += Math.abs((double) real[cell] / n - (double) synthetic[cell] / m);
            }
        } else {
            Map<Long, int[]> cells = new HashMap<>();
            sparse(cells, a.real(), b.real(), 0);
            sparse(cells, a.synthetic(), b.synthetic(), 1);
            for (int[] cell : cells.values()) {
                difference += Math.abs((double) cell[0] / n - (double) cell[1] / m);
            }
        }
        return 1 - difference / 2;
    }

    /**
     * Cramér's V of the real table: √(χ² / n / min(r − 1, c − 1)) over observed levels, without corrections (H. Cramér,
     * "Mathematical Methods of Statistics", 1946, ch. 21).
     *
     * @return from 0 to 1; NaN where a column has fewer than two levels
     */
    public static double cramersV(Levels a, Levels b) {
        int n = a.real().length;
        int[] rowTotals = totals(a.real(), a.count());
        int[] columnTotals = totals(b.real(), b.count());
        int smaller = Math.min(observed(rowTotals), observed(columnTotals));
        if (smaller < 2) {
            return Double.NaN;
        }
        // Σ (o − e)² / e = Σ o² / e − n, so that empty cells need no visit
        double sum = 0;
        if ((long) a.count() * b.count() <= DENSE_CELLS) {
            int[] cells = dense(a.real(), b.real(), a.count(), b.count());
            for (int cell = 0; cell < cells.length; cell++) {
                if (cells[cell] > 0) {
                    double expected = (double) rowTotals[cell / b.count()] * columnTotals[cell % b.count()] / n;
                    sum += (double) cells[cell] * cells[cell] / expected;
                }
            }
        } else {
            Map<Long, int[]> cells = new HashMap<>();
            sparse(cells, a.real(), b.real(), 0);
            for (Map.Entry<Long, int[]> cell : cells.entrySet()) {
                int row = (int) (cell.getKey() >> 32);
                int column = cell.getKey().intValue();
                double expected = (double) rowTotals[row] * columnTotals[column] / n;
                sum += (double) cell.getValue()[0] * cell.getValue()[0] / expected;
            }
        }
        return Math.sqrt(Math.max(0, sum - n) / n / (smaller - 1));
    }

    private static int[] dense(int[] a, int[] b, int rows, int columns) {
        int[] cells = new int[rows * columns];
        for (int i = 0; i < a.length; i++) {
            cells[a[i] * columns + b[i]]++;
        }
        return cells;
    }

    private static void sparse(Map<Long, int[]> cells, int[] a, int[] b, int side) {
        for (int i = 0; i < a.length; i++) {
            cells.computeIfAbsent(((long) a[i] << 32) | b[i], key -> new int[2])[side]++;
        }
    }

    private static int[] totals(int[] levels, int count) {
        int[] totals = new int[count];
        for (int level : levels) {
            totals[level]++;
        }
        return totals;
    }

    private static int observed(int[] totals) {
        int observed = 0;
        for (int total : totals) {
            observed += total > 0 ? 1 : 0;
        }
        return observed;
    }
}
