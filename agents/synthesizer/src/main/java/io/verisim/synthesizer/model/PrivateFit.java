package io.verisim.synthesizer.model;

/** A fitted model that is differentially private: all that it holds, not only what is drawn from it. */
public interface PrivateFit extends FittedModel {

    /** The promise and its ledger. */
    PrivacyStatement statement();

    /** Number of rows of the source, with noise; at least 1. */
    long rows();

    /**
     * The levels of a column of the training table that may be told: those that are public, then those found often enough.
     * What is drawn has their places in this list for codes.
     */
    int[] released(int column);
}
