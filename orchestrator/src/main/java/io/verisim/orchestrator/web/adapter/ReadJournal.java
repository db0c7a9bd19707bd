package io.verisim.orchestrator.web.adapter;

import io.verisim.orchestrator.audit.AuditEntry;
import io.verisim.orchestrator.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads on their way into the audit log. The first one of its kind (who, what, with which outcome) is written within a
 * second; repetitions are counted and written once a minute, as one entry with the number of {@code times} and the time
 * of the last. So none is left out, and none waits for the database; a crash loses at most the last second of first
 * reads and the last minute of repetitions.
 */
public final class ReadJournal implements SmartLifecycle {

    /** After the web server, before the chain is sealed for the last time. */
    private static final int PHASE = 0;

    private static final Logger LOG = LoggerFactory.getLogger(ReadJournal.class);
    private static final Duration REPEATED = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final AuditLog audit;
    private final Clock clock;
    private final Map<Object, Tally> tallies = new HashMap<>();
    private final Queue<AuditEntry> due = new ArrayDeque<>();
    private @Nullable ScheduledExecutorService writer;

    public ReadJournal(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Reads of one kind that are not written yet. */
    private static final class Tally {

        private @Nullable AuditEntry first;
        private Instant last = Instant.MIN;
        private long times;
        private @Nullable Instant writtenAt;

        void add(AuditEntry read) {
            if (first == null) {
                first = read;
            }
            last = read.at();
            times++;
        }

        boolean isQuiet(Instant now) {
            return writtenAt == null || !writtenAt.plus(REPEATED).isAfter(now);
        }

        AuditEntry take(Instant now) {
            AuditEntry read = Objects.requireNonNull(first);
            AuditEntry taken = times == 1 ? read : repeated(read);
            first = null;
            times = 0;
            writtenAt = now;
            return taken;
        }

        private AuditEntry repeated(AuditEntry read) {
            Map<String, Object> detail = new LinkedHashMap<>(read.detail());
            detail.put("times", times);
            detail.put("until", last);
            return AuditEntry.of(
                    read.project(),
                    read.at(),
                    read.actorKind(),
                    read.actorId(),
                    read.action(),
                    read.workflow(),
                    detail);
        }
    }

    /** Takes a read; does not wait for the database. */
    void note(AuditEntry read) {
        synchronized (tallies) {
            tallies.computeIfAbsent(kind(read), kind -> new Tally()).add(read);
        }
    }

    private static List<Object> kind(AuditEntry read) {
        Map<String, Object> detail = read.detail();
        return List.of(
                read.actorKind(),
                read.actorId(),
                String.valueOf(detail.get("method")),
                String.valueOf(detail.get("path")),
                String.valueOf(detail.get("status")));
    }

    /** Writes whatever is not written yet, repetitions whose minute is not over included. */
    public void writeAll() {
        write(true);
    }

    void write(boolean all) {
        synchronized (due) {
            due.addAll(taken(all));
            try {
                for (AuditEntry entry = due.peek(); entry != null; entry = due.peek()) {
                    audit.append(entry);
                    due.remove();
                }
            } catch (RuntimeException e) {
                LOG.warn("Reads wait for the audit log, which is tried again: {}", e.getMessage());
            }
        }
    }

    private List<AuditEntry> taken(boolean all) {
        Instant now = clock.instant();
        List<AuditEntry> taken = new ArrayList<>();
        synchronized (tallies) {
            boolean forget = tallies.size() > REMEMBERED;
            for (Tally tally : tallies.values()) {
                if (tally.times > 0 && (all || forget || tally.isQuiet(now))) {
                    taken.add(tally.take(now));
                }
            }
            tallies.values().removeIf(tally -> forget || (tally.times == 0 && tally.isQuiet(now)));
        }
        return taken;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("audit-reads").factory());
        started.scheduleWithFixedDelay(() -> write(false), 1, 1, TimeUnit.SECONDS);
        writer = started;
    }

    @Override
    public synchronized void stop() {
        if (writer != null) {
            writer.shutdown();
            writer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return writer != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
