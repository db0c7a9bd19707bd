package io.verisim.orchestrator.notification;

/** Where notices are kept until everybody who wants them has them. */
public interface Notifications {

    /** Keeps a notice in the present transaction; one of the same workflow and kind a while ago makes it needless. */
    void tell(Notice notice);
}
