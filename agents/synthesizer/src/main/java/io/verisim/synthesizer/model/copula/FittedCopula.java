package io.verisim.synthesizer.model.copula;

import io.verisim.numerics.Interruption;
import io.verisim.numerics.Normal;
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

    @Override
    public void sample(SampleBlock block, RandomGenerator random) {
        double[] independent = new double[factor.length];
        for (int row = 0; row < block.rows(); row++) {
            Interruption.checkAt(row);
            for (int j = 0; j < factor.length; j++) {
                independent[j] = random.nextGaussian();
                double score = 0;
                for (int i = 0; i <= j; i++) {
                    score += factor[j][i] * independent[i];
                }
                marginals.get(j).fill(j, block, row, Normal.cdf(score), random);
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
