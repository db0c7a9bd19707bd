package io.verisim.orchestrator.messaging;

/** Sends what the outbox holds. */
@FunctionalInterface
public interface Relay {

    /** Says that there is something to send; returns at once. */
    void wake();
}
