package io.verisim.orchestrator.workflow.application;

import java.util.function.Supplier;

/** All or nothing. */
public interface Transactions {

    /** Does the work in one transaction, the present one where there is one. */
    <T> T inOne(Supplier<T> work);

    /** Does something once the present transaction has committed; not at all where it has not. */
    void afterCommit(Runnable action);
}
