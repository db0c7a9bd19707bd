package io.verisim.model.error;

/** What kind of trouble an error is; decides what happens next (requirements E2 to E6). */
public enum ErrorCategory {
    /** Passes by itself: retried after 1, 2 and 4 seconds, then the workflow pauses. */
    TRANSIENT,
    /** Something is set wrongly: fails at once. */
    CONFIGURATION,
    /** The input is wrong: fails at once, naming file, row and column. */
    DATA,
    /** Another system refuses or misbehaves. */
    INTEGRATION,
    /** Memory or disk ran out: smaller batches, then the workflow pauses. */
    RESOURCE
}
