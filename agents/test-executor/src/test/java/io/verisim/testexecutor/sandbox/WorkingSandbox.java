package io.verisim.testexecutor.sandbox;

import io.verisim.model.error.VerisimException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.opentest4j.TestAbortedException;

/** Bubblewrap where it works; else the tests that need it are skipped with one line. */
public final class WorkingSandbox {

    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private WorkingSandbox() {}

    public static Sandbox require() {
        try {
            return Sandboxes.choose(false);
        } catch (VerisimException e) {
            if (TOLD.compareAndSet(false, true)) {
                System.out.println("Skipped what needs a sandbox: " + e.getMessage());
            }
            throw new TestAbortedException(e.getMessage());
        }
    }
}
