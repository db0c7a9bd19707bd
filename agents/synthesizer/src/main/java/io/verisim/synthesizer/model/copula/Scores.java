package io.verisim.synthesizer.model.copula;

import io.verisim.synthesizer.model.TrainingTable;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a table as normal scores, each column with mean 0 and variance 1; a score is looked up by the level or bin
 * that the value falls into. Sums are taken in the same order for any number of threads.
 */
final class Scores {

    private static final int SEGMENT = 1 << 16;
    private static final int TILE = 1_024;

    private final int rows;
    private final int[][] kinds;
    private final double[][] ofKind;
    private final int threads;

    private Scores(int rows, int[][] kinds, double[][] ofKind, int threads) {
        this.rows = rows;
        this.kinds = kinds;
        this.ofKind = ofKind;
        this.threads = threads;
    }

    /** The scores of a table's rows by these distributions. */
    static Scores of(TrainingTable table, List<Parts> parts, List<Marginal> marginals, int threads) {
        int[][] kinds = Workers.map(
                        threads,
                        parts.size(),
                        j -> parts.get(j)
                                .of(
                                        table.columns().get(j).codes(),
                                        table.columns().get(j).numbers()))
                .toArray(int[][]::new);
        return new Scores(table.rows(), kinds, ofKind(parts, marginals), threads);
    }

    /** The scores of the same rows by distributions in another order. */
    Scores reordered(List<Parts> parts, List<Marginal> marginals) {
        return new Scores(rows, kinds, ofKind(parts, marginals), threads);
    }

    private static double[][] ofKind(List<Parts> parts, List<Marginal> marginals) {
        double[][] ofKind = new double[parts.size()][];
        for (int j = 0; j < ofKind.length; j++) {
            double[] ofPart = standard(marginals.get(j));
            ofKind[j] = new double[ofPart.length];
            for (int part = 0; part < ofPart.length; part++) {
                ofKind[j][parts.get(j).kind(marginals.get(j).holds(part))] = ofPart[part];
            }
        }
        return ofKind;
    }

    /** The score of each part, less their mean and over their deviation; all 0 where they do not differ. */
    static double[] standard(Marginal marginal) {
        double[] scores = new double[marginal.parts()];
        double mean = 0;
        for (int part = 0; part < scores.length; part++) {
            scores[part] = marginal.score(part);
            mean += marginal.share(part) * scores[part];
        }
        double square = 0;
        for (int part = 0; part < scores.length; part++) {
            scores[part] -= mean;
            square += marginal.share(part) * scores[part] * scores[part];
        }
        for (int part = 0; part < scores.length; part++) {
            scores[part] = square > 1e-12 ? scores[part] / Math.sqrt(square) : 0;
        }
        return scores;
    }

    double score(int column, int row) {
        return ofKind[column][kinds[column][row]];
    }

    /** Pearson's correlation of each pair of columns. */
    double[][] correlations() {
        int columns = kinds.length;
        int segments = (rows + SEGMENT - 1) / SEGMENT;
        double[][] sums = new double[columns][columns];
        for (double[][] ofSegment : Workers.map(threads, segments, this::products)) {
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < i; j++) {
                    sums[i][j] += ofSegment[i][j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            sums[i][i] = 1;
            for (int j = 0; j < i; j++) {
                sums[i][j] = Math.max(-1, Math.min(1, sums[i][j] / rows));
                sums[j][i] = sums[i][j];
            }
        }
        return sums;
    }

    private double[][] products(int segment) {
        int columns = kinds.length;
        double[][] sums = new double[columns][columns];
        double[][] tile = new double[columns][TILE];
        int end = (int) Math.min(rows, (segment + 1L) * SEGMENT);
        for (int from = segment * SEGMENT; from < end; from += TILE) {
            int count = Math.min(TILE, end - from);
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < count; i++) {
                    tile[j][i] = ofKind[j][kinds[j][from + i]];
                }
                for (int k = 0; k < j; k++) {
                    sums[j][k] += dot(tile[j], tile[k], count);
                }
            }
        }
        return sums;
    }

    /** In four sums, which the processor adds side by side. */
    private static double dot(double[] a, double[] b, int count) {
        int whole = count & ~3;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < whole; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (int i = whole; i < count; i++) {
            s0 += a[i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Rows evenly spread over the table, at most so many. */
    int[] someRows(int most) {
        int count = Math.min(most, rows);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * rows / count))
                .toArray();
    }
}
