package io.verisim.orchestrator.lifecycle;

/** Where a workflow is in its life; the transitions are in {@link LifecycleTable}. */
public enum WorkflowState {
    CREATED(Kind.NEW),
    PROFILING(Kind.WORKING),
    SYNTHESIZING(Kind.WORKING),
    DISTRIBUTING(Kind.WORKING),
    BUILDING_TESTS(Kind.WORKING),
    EXECUTING_TESTS(Kind.WORKING),
    REPORTING(Kind.WORKING),
    COMPLETED(Kind.FINAL),
    /** A person is asked; returns where it came from. */
    WAITING_INPUT(Kind.RESTING),
    /** Every open task waits for its next attempt; returns where it came from. */
    WAITING_RETRY(Kind.RESTING),
    /** Stopped by a person, or by an error that a person may cure; returns where it came from. */
    PAUSED(Kind.RESTING),
    /** Stopped by an error that needs a change; a retry returns where it came from. */
    FAILED(Kind.RESTING),
    ABORTED(Kind.FINAL);

    private enum Kind {
        NEW,
        WORKING,
        RESTING,
        FINAL
    }

    private final Kind kind;

    WorkflowState(Kind kind) {
        this.kind = kind;
    }

    /** Whether the workflow is in a stage and goes on by itself. */
    public boolean isWorking() {
        return kind == Kind.WORKING;
    }

    /** Whether the workflow waits in a state that remembers where it came from. */
    public boolean isResting() {
        return kind == Kind.RESTING;
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
        return kind == Kind.FINAL;
    }
}
