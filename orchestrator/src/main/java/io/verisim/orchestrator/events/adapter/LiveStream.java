package io.verisim.orchestrator.events.adapter;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.events.EventHub;
import io.verisim.orchestrator.events.EventLog;
import io.verisim.orchestrator.events.LogEntry;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import io.verisim.orchestrator.workflow.application.WorkflowView;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One viewer's live stream: a snapshot of the workflow, then every event after the last that the viewer has seen. Ends
 * with the viewer: also a workflow that has ended can be tried again.
 */
final class LiveStream {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    /** News of other orchestrators are found by looking this often. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int QUIET_LOOKS = 15;

    private final WorkflowId id;
    private final SseEmitter emitter;
    private final EventLog log;
    private final EventHub hub;
    private final WorkflowViews views;
    private volatile boolean closed;
    private volatile boolean gone;
    private @Nullable Thread thread;

    LiveStream(WorkflowId id, SseEmitter emitter, EventLog log, EventHub hub, WorkflowViews views) {
        this.id = id;
        this.emitter = emitter;
        this.log = log;
        this.hub = hub;
        this.views = views;
    }

    synchronized void start(long after, Runnable ended) {
        emitter.onCompletion(() -> gone = true);
        emitter.onError(error -> gone = true);
        emitter.onTimeout(() -> gone = true);
        thread = Thread.ofVirtual().name("live-" + id).start(() -> {
            try {
                run(after);
            } finally {
                ended.run();
            }
        });
    }

    synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run(long after) {
        try (EventHub.Watch watch = hub.watch(id)) {
            send(watch, after);
            end();
        } catch (InterruptedException e) {
            end();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A viewer of {} is gone", id);
        } catch (DataAccessException | TransactionException e) {
            LOG.info("A live stream of {} ends, the viewer connects again: {}", id, e.getMessage());
            end();
        }
    }

    /** Of a viewer that is gone the server has ended the answer already. */
    private void end() {
        if (!gone) {
            emitter.complete();
        }
    }

    private void send(EventHub.Watch watch, long after) throws IOException, InterruptedException {
        WorkflowView.Detail snapshot = views.detail(id).orElseThrow();
        emitter.send(SseEmitter.event().name("snapshot").data(snapshot, MediaType.APPLICATION_JSON));
        long last = after;
        int quiet = 0;
        while (!closed && !gone) {
            List<LogEntry> entries = log.after(id, last, EventsController.BATCH);
            for (LogEntry entry : entries) {
                emitter.send(SseEmitter.event()
                        .id(Long.toString(entry.seq()))
                        .name("event")
                        .data(EventsController.Event.of(entry), MediaType.APPLICATION_JSON));
                last = entry.seq();
            }
            quiet = entries.isEmpty() ? quiet + 1 : 0;
            if (quiet == QUIET_LOOKS) {
                // Finds out whether the viewer is still there.
                emitter.send(SseEmitter.event().comment("still here"));
                quiet = 0;
            }
            if (entries.size() < EventsController.BATCH) {
                watch.await(LOOK);
            }
        }
    }
}
