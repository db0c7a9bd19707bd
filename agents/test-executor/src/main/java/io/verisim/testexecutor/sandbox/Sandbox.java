package io.verisim.testexecutor.sandbox;

import java.io.IOException;

/** A way to confine a process. */
public interface Sandbox {

    SandboxKind kind();

    /**
     * Starts a confined process. Its standard streams are pipes of the caller; it dies with the caller where the means
     * allows.
     */
    ConfinedProcess start(SandboxSpec spec) throws IOException;
}
