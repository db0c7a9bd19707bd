package io.verisim.orchestrator.notification;

/** What a notification is about. */
public enum NoticeKind {
    PAUSED(true),
    FAILED(true),
    WAITING_INPUT(true),
    COMPLETED(false),
    /** A gate, such as that on privacy, let the data go no further. */
    GATE_STOPPED(true);

    private final boolean urgent;

    NoticeKind(boolean urgent) {
        this.urgent = urgent;
    }

    /** Whether somebody has to do something. */
    public boolean isUrgent() {
        return urgent;
    }
}
