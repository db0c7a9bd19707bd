package io.verisim.cli.platform;

import java.net.URI;

/** A running instance. */
public interface Platform extends AutoCloseable {

    /** Base address of the orchestrator: API and live page. */
    URI url();

    /** Where Jira and the system under test are. */
    Services services();

    /** Returns when a part of the instance has ended by itself; says which. */
    String awaitFailure() throws InterruptedException;

    @Override
    void close();
}
