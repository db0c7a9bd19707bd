package io.verisim.synthesizer.model.copula;

import io.verisim.numerics.Interruption;
import io.verisim.numerics.NormalDraws;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The fitted model.
 *
 * @param marginals by column
 * @param factor lower triangle of the correlations' Cholesky factorisation
 */
@SuppressWarnings("ArrayRecordComponent")
record FittedCopula(List<Marginal> marginals, double[][] factor) implements FittedModel {

    /** Rows whose scores are made together; those of some dozens of columns fit into a processor's cache. */
    private static final int TILE = 512;

    @Override
    public void sample(SampleBlock block, RandomGenerator random) {
        int columns = factor.length;
        double[][] independent = new double[columns][Math.min(TILE, block.rows())];
        double[] scores = new double[Math.min(TILE, block.rows())];
        for (int from = 0; from < block.rows(); from += TILE) {
            Interruption.check();
            int count = Math.min(TILE, block.rows() - from);
            for (int j = 0; j < columns; j++) {
                NormalDraws.fill(independent[j], count, random);
                combine(factor[j], independent, j, scores, count);
                marginals.get(j).fill(j, block, from, scores, count, random);
            }
        }
    }

    /** Scores of a column: a row of the factor times the independent draws of the columns up to it. */
    private static void combine(double[] weights, double[][] independent, int column, double[] scores, int count) {
        double own = weights[column];
        for (int row = 0; row < count; row++) {
            scores[row] = own * independent[column][row];
        }
        for (int i = 0; i < column; i++) {
            double weight = weights[i];
            double[] draws = independent[i];
            for (int row = 0; row < count; row++) {
                scores[row] += weight * draws[row];
            }
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(factor.length);
        for (int j = 0; j < factor.length; j++) {
            Codec.writeDoubles(out, factor[j]);
            marginals.get(j).write(out);
        }
    }

    static FittedCopula read(DataInput in) throws IOException {
        int columns = Codec.readCount(in);
        double[][] factor = new double[columns][];
        List<Marginal> marginals = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            factor[j] = Codec.readDoubles(in);
            marginals.add(Marginal.read(in));
        }
        return new FittedCopula(List.copyOf(marginals), factor);
    }
}
