package io.verisim.testexecutor.sandbox;

import java.util.Locale;

/** By what a process is confined, from the strongest to the weakest. Shown in every report. */
public enum SandboxKind {
    /** Own network, process and mount namespaces, a minimal read-only root, private scratch. */
    BUBBLEWRAP,
    /** Own network and process namespaces, and limits; the file system is open as to the executor's user. */
    NAMESPACES,
    /** Limits only; network and file system are open. */
    LIMITS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
