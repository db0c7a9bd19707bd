package io.verisim.orchestrator.audit.adapter;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** At an orderly stop, when no request is answered any more, seals what waits and writes the head of the chain. */
public final class LastHead implements SmartLifecycle {

    /** After the web server and everything that handles messages. */
    private static final int PHASE = -1;

    private static final Logger LOG = LoggerFactory.getLogger(LastHead.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Runnable lastEntries;
    private final AuditSealer sealer;
    private final AuditHeads heads;
    private volatile boolean running;

    /**
     * Makes it.
     *
     * @param lastEntries writes entries that are still on their way
     */
    public LastHead(Runnable lastEntries, AuditSealer sealer, AuditHeads heads) {
        this.lastEntries = lastEntries;
        this.sealer = sealer;
        this.heads = heads;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        Thread work = Thread.ofVirtual().name("audit-last-head").start(this::seal);
        try {
            if (!work.join(PATIENCE)) {
                LOG.warn("The audit chain is sealed at the next start: database or object store are slow");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void seal() {
        try {
            lastEntries.run();
            sealer.seal();
            heads.anchor();
        } catch (DataAccessException e) {
            LOG.warn("The audit chain is sealed at the next start: {}", e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
