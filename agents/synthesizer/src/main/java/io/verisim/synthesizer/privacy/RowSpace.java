package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.List;

/**
 * Distances between rows. The distance of two values is 0 where both are missing, 1 where one is; for numbers
 * min(|x − y| / range, 1), or whether they differ where the range is 0; for categories whether they differ. The distance
 * of two rows is the mean over the columns, added up in column order, so that equal rows tie exactly.
 */
public final class RowSpace {

    private static final int ROWS_PER_PIECE = 128;
    private static final long LOW_SEVEN = 0x7f7f_7f7f_7f7f_7f7fL;

    private final AlignedTable table;
    private final double[] scale;
    private final boolean[] continuous;

    private RowSpace(AlignedTable table, double[] scale, boolean[] continuous) {
        this.table = table;
        this.scale = scale;
        this.continuous = continuous;
    }

    /**
     * Distances with the ranges of numbers taken over some of the tables.
     *
     * @param reference the tables that ranges are taken over, together
     */
    public static RowSpace of(AlignedTable table, List<Side> reference) {
        int columns = table.columns().size();
        double[] scale = new double[columns];
        boolean[] continuous = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            AlignedColumn column = table.columns().get(c);
            continuous[c] = column.spec().kind().continuous();
            scale[c] = continuous[c] ? range(column, reference) : 0;
        }
        return new RowSpace(table, scale, continuous);
    }

    private static double range(AlignedColumn column, List<Side> reference) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Side side : reference) {
            for (double value : column.numbers(side)) {
                if (!Double.isNaN(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return low > high ? 0 : high - low;
    }

    /** All rows of a table, packed for comparison. */
    public Rows rows(Side side) {
        int[] all = new int[table.rows(side)];
        for (int row = 0; row < all.length; row++) {
            all[row] = row;
        }
        return rows(side, all);
    }

    /** Some rows of a table, packed for comparison. */
    public Rows rows(Side side, int[] chosen) {
        double[][] columns = new double[table.columns().size()][];
        for (int c = 0; c < columns.length; c++) {
            double[] all = table.columns().get(c).numbers(side);
            columns[c] = new double[chosen.length];
            for (int i = 0; i < chosen.length; i++) {
                columns[c][i] = all[chosen[i]];
            }
        }
        return pack(columns, chosen.length);
    }

    /** Rows given by column, in the order and terms of the table's columns. */
    Rows pack(double[][] columns, int count) {
        int words = (discrete() + 7) / 8;
        double[] values = new double[count * columns.length];
        long[] signature = new long[count * words];
        for (int i = 0; i < count; i++) {
            int lane = 0;
            for (int c = 0; c < columns.length; c++) {
                double value = columns[c][i];
                values[i * columns.length + c] = value;
                if (!continuous[c]) {
                    long code = Double.isNaN(value) ? 0 : (long) value + 1;
                    signature[i * words + lane / 8] |= (code & 0xff) << (lane % 8 * 8);
                    lane++;
                }
            }
        }
        return new Rows(count, words, values, signature);
    }

    /** The distance of every row to the closest of {@code others}; infinite where there are none. Exact. */
    public double[] nearest(Rows rows, Rows others, int threads) {
        return nearest(rows, rows.count, others, false, threads);
    }

    /** The distance of each of the first {@code count} rows to the closest of all the rows but itself. Exact. */
    double[] nearestOther(Rows rows, int count, int threads) {
        return nearest(rows, count, rows, true, threads);
    }

    private double[] nearest(Rows rows, int count, Rows others, boolean butItself, int threads) {
        RowGroups groups = new RowGroups(others.signature, others.words, discrete(), others.count);
        Rows grouped = others.reordered(groups.order(), scale.length);
        int pieces = (count + ROWS_PER_PIECE - 1) / ROWS_PER_PIECE;
        List<double[]> parts = Workers.map(threads, pieces, piece -> {
            int from = piece * ROWS_PER_PIECE;
            double[] part = new double[Math.min(ROWS_PER_PIECE, count - from)];
            byte[] bounds = new byte[groups.groups()];
            for (int i = 0; i < part.length; i++) {
                Interruption.check();
                groups.bounds(rows.signature, from + i, bounds);
                part[i] = nearest(rows, from + i, new Searched(groups, bounds, grouped), butItself ? from + i : -1);
            }
            return part;
        });
        double[] all = new double[count];
        for (int piece = 0; piece < pieces; piece++) {
            System.arraycopy(parts.get(piece), 0, all, piece * ROWS_PER_PIECE, parts.get(piece).length);
        }
        return all;
    }

    /** Rows in groups, and how near each group can be to the row that is asked about. */
    private record Searched(RowGroups groups, byte[] bounds, Rows rows) {}

    /** Nearest groups first; a group is left out where its bound, a whole number, is no less than what was found. */
    private double nearest(Rows rows, int row, Searched others, int butFor) {
        double best = Double.POSITIVE_INFINITY;
        for (int bound = 0; bound <= others.groups.lanes() && bound < best; bound++) {
            for (int g = 0; g < others.bounds.length && bound < best; g++) {
                if (others.bounds[g] == bound) {
                    best = nearest(rows, row, others, g, butFor, best);
                }
            }
        }
        return best / scale.length;
    }

    private double nearest(Rows rows, int row, Searched others, int group, int butFor, double found) {
        double best = found;
        for (int at = others.groups.start(group); at < others.groups.start(group + 1); at++) {
            if (atLeast(rows, row, others.rows, at) < best && others.groups.order()[at] != butFor) {
                best = Math.min(best, sum(rows, row, others.rows, at, best));
            }
        }
        return best;
    }

    private int discrete() {
        int discrete = 0;
        for (boolean c : continuous) {
            discrete += c ? 0 : 1;
        }
        return discrete;
    }

    /** A lower bound of the sum: how many bytes of the category codes differ. */
    private static int atLeast(Rows a, int i, Rows b, int j) {
        int words = a.words;
        int equal = 0;
        for (int w = 0; w < words; w++) {
            equal += equalBytes(a.signature[i * words + w] ^ b.signature[j * words + w]);
        }
        return words * 8 - equal;
    }

    /** How many bytes are zero. */
    static int equalBytes(long x) {
        return Long.bitCount(~(((x & LOW_SEVEN) + LOW_SEVEN) | x | LOW_SEVEN));
    }

    /** The sum of the distances of values, given up once it exceeds {@code limit}. */
    private double sum(Rows a, int i, Rows b, int j, double limit) {
        int columns = scale.length;
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            double x = a.values[i * columns + c];
            double y = b.values[j * columns + c];
            if (x != y) {
                sum += different(x, y, c);
                if (sum > limit) {
                    return sum;
                }
            }
        }
        return sum;
    }

    private double different(double x, double y, int column) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.isNaN(x) && Double.isNaN(y) ? 0 : 1;
        }
        double share = Math.abs(x - y) / scale[column];
        return share < 1 ? share : 1; // also where the range is 0 or infinite
    }

    /** Rows packed for comparison. */
    public static final class Rows {
        private final int count;
        private final int words;
        private final double[] values;
        private final long[] signature;

        private Rows(int count, int words, double[] values, long[] signature) {
            this.count = count;
            this.words = words;
            this.values = values;
            this.signature = signature;
        }

        public int count() {
            return count;
        }

        private Rows reordered(int[] order, int columns) {
            double[] moved = new double[values.length];
            long[] signatures = new long[signature.length];
            for (int i = 0; i < order.length; i++) {
                System.arraycopy(values, order[i] * columns, moved, i * columns, columns);
                System.arraycopy(signature, order[i] * words, signatures, i * words, words);
            }
            return new Rows(count, words, moved, signatures);
        }
    }
}
