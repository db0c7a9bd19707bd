package io.verisim.orchestrator.workflow.domain;

/** What is shown of a stage. */
public enum StageStatus {
    PENDING,
    RUNNING,
    WAITING_INPUT,
    WAITING_RETRY,
    PAUSED,
    COMPLETED,
    FAILED,
    SKIPPED,
    ABORTED
}
