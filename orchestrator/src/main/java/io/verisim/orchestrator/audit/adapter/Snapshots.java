package io.verisim.orchestrator.audit.adapter;

import java.util.concurrent.Semaphore;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Long reads of the log as it is at one moment; few at once, so that they leave connections for the workflows. */
public final class Snapshots {

    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final TransactionTemplate snapshot;

    public Snapshots(PlatformTransactionManager manager) {
        this.snapshot = new TransactionTemplate(manager);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    void read(Runnable work) {
        places.acquireUninterruptibly();
        try {
            snapshot.executeWithoutResult(status -> work.run());
        } finally {
            places.release();
        }
    }
}
