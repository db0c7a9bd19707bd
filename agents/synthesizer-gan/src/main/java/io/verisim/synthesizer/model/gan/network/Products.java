package io.verisim.synthesizer.model.gan.network;

/**
 * Products of matrices whose rows are arrays. The inner loops go along rows, which the compiler makes vector
 * instructions of; each takes two rows of the result and four of the right factor, so that a value that is loaded is
 * used more than once. The order in which an element is summed up depends on nothing but the inner dimension.
 */
public final class Products {

    /** Columns worked on at once, so that four rows of the right factor stay in the first cache. */
    private static final int TILE = 512;

    /** Rows of the right factor worked on at once, so that they stay in the second cache. */
    private static final int PANEL = 128;

    private Products() {}

    /**
     * {@code c += a·b}: row i of c gets Σ over l of a[i][offset + l] · b[l].
     *
     * @param a as many rows as wanted of c
     * @param inner rows of b that are used
     * @param columns columns of c that are computed, from the first on
     */
    public static void add(
            Parallel parallel, float[][] a, int offset, float[][] b, int inner, float[][] c, int columns) {
        parallel.rows(a.length, (from, to) -> {
            for (int tile = 0; tile < columns; tile += TILE) {
                int end = Math.min(columns, tile + TILE);
                for (int panel = 0; panel < inner; panel += PANEL) {
                    int last = Math.min(inner, panel + PANEL);
                    for (int i = from; i < to; i += 2) {
                        float[] a1 = i + 1 < to ? a[i + 1] : a[i];
                        float[] c1 = i + 1 < to ? c[i + 1] : c[i];
                        twoRows(new Pair(a[i], a1, offset, c[i], c1), b, panel, last, tile, end);
                    }
                }
            }
        });
    }

    /** Two rows of the left factor with those of the result; the same one twice where there is only one. */
    private record Pair(float[] a0, float[] a1, int offset, float[] c0, float[] c1) {}

    private static void twoRows(Pair rows, float[][] b, int first, int last, int from, int to) {
        float[] x = rows.a0;
        float[] y = rows.a1;
        int l = first;
        for (; l + 4 <= last; l += 4) {
            int k = rows.offset + l;
            boolean none = x[k] == 0 && x[k + 1] == 0 && x[k + 2] == 0 && x[k + 3] == 0;
            boolean nothing = none && y[k] == 0 && y[k + 1] == 0 && y[k + 2] == 0 && y[k + 3] == 0;
            if (nothing) {
                continue;
            }
            if (rows.c0 == rows.c1) {
                four(rows.c0, b[l], b[l + 1], b[l + 2], b[l + 3], x[k], x[k + 1], x[k + 2], x[k + 3], from, to);
            } else {
                twiceFour(
                        rows.c0, rows.c1, b[l], b[l + 1], b[l + 2], b[l + 3], x[k], x[k + 1], x[k + 2], x[k + 3], y[k],
                        y[k + 1], y[k + 2], y[k + 3], from, to);
            }
        }
        for (; l < last; l++) {
            one(rows.c0, b[l], x[rows.offset + l], from, to);
            if (rows.c0 != rows.c1) {
                one(rows.c1, b[l], y[rows.offset + l], from, to);
            }
        }
    }

    /**
     * {@code g += aᵀ·d}: row k of g gets Σ over i of a[i][offset + k] · d[i].
     *
     * @param a as many rows as d
     * @param g its number of rows says how many columns of a are used
     */
    public static void addTransposed(Parallel parallel, float[][] a, int offset, float[][] d, float[][] g) {
        int columns = d.length == 0 ? 0 : d[0].length;
        parallel.rows(g.length, (from, to) -> {
            float[] x = new float[d.length];
            float[] y = new float[d.length];
            for (int k = from; k < to; k += 2) {
                int other = Math.min(k + 1, to - 1);
                for (int i = 0; i < d.length; i++) {
                    x[i] = a[i][offset + k];
                    y[i] = a[i][offset + other];
                }
                for (int tile = 0; tile < columns; tile += TILE) {
                    twoRows(new Pair(x, y, 0, g[k], g[other]), d, 0, d.length, tile, Math.min(columns, tile + TILE));
                }
            }
        });
    }

    /** {@code t = bᵀ}. */
    public static void transpose(Parallel parallel, float[][] b, float[][] t) {
        parallel.rows(t.length, (from, to) -> {
            for (int block = 0; block < b.length; block += 16) {
                int end = Math.min(b.length, block + 16);
                for (int j = from; j < to; j++) {
                    float[] row = t[j];
                    for (int i = block; i < end; i++) {
                        row[i] = b[i][j];
                    }
                }
            }
        });
    }

    private static void twiceFour(
            float[] c0,
            float[] c1,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float x0,
            float x1,
            float x2,
            float x3,
            float y0,
            float y1,
            float y2,
            float y3,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            float p = b0[j];
            float q = b1[j];
            float r = b2[j];
            float s = b3[j];
            c0[j] = Math.fma(x3, s, Math.fma(x2, r, Math.fma(x1, q, Math.fma(x0, p, c0[j]))));
            c1[j] = Math.fma(y3, s, Math.fma(y2, r, Math.fma(y1, q, Math.fma(y0, p, c1[j]))));
        }
    }

    private static void four(
            float[] c,
            float[] b0,
            float[] b1,
            float[] b2,
            float[] b3,
            float x0,
            float x1,
            float x2,
            float x3,
            int from,
            int to) {
        for (int j = from; j < to; j++) {
            c[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]))));
        }
    }

    private static void one(float[] c, float[] b, float x, int from, int to) {
        for (int j = from; j < to; j++) {
            c[j] = Math.fma(x, b[j], c[j]);
        }
    }
}
