package io.verisim.orchestrator.lifecycle;

/** What moves a workflow from one state to another. */
public enum Trigger {
    START,
    STAGE_COMPLETED,
    STAGE_SKIPPED,
    /** A task waits for a person and nothing else runs. */
    ASK,
    ANSWER,
    /** A task waits for its next attempt and nothing else runs. */
    BACK_OFF,
    RETRY_DUE,
    PAUSE,
    RESUME,
    FAIL,
    RETRY,
    /** Leaves rest in order to skip the stage. */
    SKIP,
    ABORT
}
