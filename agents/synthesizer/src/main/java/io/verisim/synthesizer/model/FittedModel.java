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

    /** Writes the model in the form that {@link SynthesisModel#read} of the same provider takes. */
    void write(DataOutput out) throws IOException;
}
