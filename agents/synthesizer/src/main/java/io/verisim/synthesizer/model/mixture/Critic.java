package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.detector.BinnedFeatures;
import io.verisim.synthesizer.detector.BoostedTrees;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * Refuses drawn rows that give the twin away. Trees estimate how many times likelier a row is among real rows than among
 * drawn ones, r; a row is accepted with probability min(1, r/most), so that what is accepted has nearly the density of
 * the real rows (rejection sampling, as by S. Azadi et al., "Discriminator rejection sampling", arXiv:1810.06758). The
 * trees see bins of values only, never a value.
 *
 * @param trees log odds of a row being real, as there were in training
 * @param prior log odds of all rows in training, which are no property of a row
 * @param most ratio from which a row is accepted for certain; also how many rows are drawn for one, about
 */
record Critic(BoostedTrees trees, double prior, double most) {

    /** Of each row, whether it may stay. */
    boolean[] judge(byte[][] view, RandomGenerator random) {
        double[] scores = trees.scores(BinnedFeatures.ofCodes(view, Coding.MAX_VIEW));
        boolean[] accepted = new boolean[scores.length];
        for (int row = 0; row < accepted.length; row++) {
            accepted[row] = random.nextDouble() * most < StrictMath.exp(scores[row] - prior);
        }
        return accepted;
    }

    void write(DataOutput out) throws IOException {
        trees.write(out);
        out.writeDouble(prior);
        out.writeDouble(most);
    }

    static Critic read(DataInput in) throws IOException {
        return new Critic(BoostedTrees.read(in), in.readDouble(), in.readDouble());
    }
}
