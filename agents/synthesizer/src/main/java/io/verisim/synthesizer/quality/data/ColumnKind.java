package io.verisim.synthesizer.quality.data;

/** How the values of a column are measured: on a line or as names. Spelt in lower case in SDV metadata. */
public enum ColumnKind {
    NUMERICAL,
    DATETIME,
    CATEGORICAL,
    BOOLEAN;

    /** Whether values lie on a line, so that distances and bins make sense. */
    public boolean continuous() {
        return this == NUMERICAL || this == DATETIME;
    }
}
