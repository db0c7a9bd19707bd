package io.verisim.synthesizer.quality.data;

/** Which of the tables that lie side by side. */
public enum Side {
    REAL,
    SYNTHETIC,
    HOLDOUT
}
