package io.verisim.orchestrator.checkpoint.adapter;

import io.verisim.model.error.VerisimException;
import io.verisim.orchestrator.objects.ObjectStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies checkpoints into the object store, each once it is committed; what fails is copied by the next run. */
public final class CheckpointCopier {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointCopier.class);
    private static final int BATCH = 10;

    private final PostgresCheckpoints checkpoints;
    private final ObjectStore objects;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public CheckpointCopier(
            PostgresCheckpoints checkpoints, ObjectStore objects, TransactionTemplate transactions, Clock clock) {
        this.checkpoints = checkpoints;
        this.objects = objects;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Copies whatever waits. */
    public void run() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(status -> copyBatch()));
        }
    }

    private boolean copyBatch() {
        List<PostgresCheckpoints.Pending> batch = checkpoints.claim(BATCH);
        try {
            for (PostgresCheckpoints.Pending pending : batch) {
                byte[] content = pending.snapshot().getBytes(StandardCharsets.UTF_8);
                objects.put(pending.key(), "application/json", content.length, () -> new ByteArrayInputStream(content));
                checkpoints.stored(pending.id(), clock.instant());
            }
            return batch.size() == BATCH;
        } catch (VerisimException e) {
            LOG.warn("Checkpoints wait for the object store: {}", e.detail().message());
            return false;
        }
    }
}
