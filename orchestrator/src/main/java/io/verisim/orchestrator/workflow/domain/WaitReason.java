package io.verisim.orchestrator.workflow.domain;

/** For what a waiting task waits. */
public enum WaitReason {
    /** For the time of its next attempt. */
    RETRY,
    /** For the answer of a person. */
    INPUT,
    /** For the workflow to go on. */
    HELD
}
