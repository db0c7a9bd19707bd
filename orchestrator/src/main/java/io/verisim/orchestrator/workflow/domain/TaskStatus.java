package io.verisim.orchestrator.workflow.domain;

/** Where a task is. */
public enum TaskStatus {
    /** Sent, not yet taken. */
    PENDING,
    /** An agent works on it. */
    RUNNING,
    /** For what it waits, {@link WaitReason} says. */
    WAITING,
    DONE,
    FAILED,
    SKIPPED;

    /** Whether an agent has it or will have it without anybody's doing. */
    public boolean isInFlight() {
        return this == PENDING || this == RUNNING;
    }

    /** Whether its step need not wait for it any more. */
    public boolean isSettled() {
        return this == DONE || this == SKIPPED;
    }
}
