package io.verisim.synthesizer.model;

import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** A model that was fitted. Immutable, and safe to sample from several threads. */
public interface FittedModel {

    /**
     * Fills the rows of a block. What is drawn depends on the model and the generator alone.
     *
     * @param block has the columns the model was fitted to
     */
    void sample(SampleBlock block, RandomGenerator random);

    /**
     * Fills the rows of a block with rows that meet conditions, each drawn as {@link #sample} would draw it if it drew
     * only such. This default draws until it has them; a model that can draw them straight away does better.
     *
     * @throws io.verisim.model.error.VerisimException DATA with code CONDITION_TOO_RARE where fewer than one row in 10,000
     *     meets them; it tells the share
     */
    default void sampleWhere(SampleBlock block, Conditions allowed, RandomGenerator random) {
        Rejection.sample(this, block, allowed, random);
    }

    /** Writes the model in the form that {@link SynthesisModel#read} of the same provider takes. */
    void write(DataOutput out) throws IOException;
}
