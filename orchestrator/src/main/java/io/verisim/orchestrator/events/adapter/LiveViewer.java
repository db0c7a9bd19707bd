package io.verisim.orchestrator.events.adapter;

import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.MessageCodec;
import io.verisim.orchestrator.events.EventHub;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One viewer over a WebSocket: a snapshot, then a message for each transaction. Reads and sends in a thread of its own,
 * so that a slow reader holds up nobody, and is dropped when it takes nothing for too long.
 */
final class LiveViewer {

    private static final Logger LOG = LoggerFactory.getLogger(LiveViewer.class);
    /** News of other orchestrators are found by looking this often. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int QUIET_LOOKS = 15;
    private static final int LISTED = 50;

    private final WebSocketSession session;
    private final News news;
    private final WorkflowViews views;
    private final @Nullable WorkflowId workflow;
    private volatile boolean closed;

    LiveViewer(WebSocketSession session, News news, WorkflowViews views, @Nullable WorkflowId workflow) {
        this.session = session;
        this.news = news;
        this.views = views;
        this.workflow = workflow;
    }

    /**
     * Begins to tell.
     *
     * @param after the last number that the viewer knows; null where it knows none
     */
    void start(EventHub hub, @Nullable Long after) {
        Thread.ofVirtual().name("viewer-" + session.getId()).start(() -> {
            try (EventHub.Watch watch = workflow == null ? hub.watchAll() : hub.watch(workflow)) {
                run(watch, after);
            } catch (InterruptedException e) {
                end(CloseStatus.GOING_AWAY);
            } catch (IOException | IllegalStateException e) {
                LOG.info("A live viewer is gone or too slow, and connects again: {}", e.getMessage());
                end(CloseStatus.SESSION_NOT_RELIABLE);
            } catch (DataAccessException | TransactionException e) {
                LOG.info("A live view ends, the viewer connects again: {}", e.getMessage());
                end(CloseStatus.SERVICE_RESTARTED);
            }
        });
    }

    /** Ends at the next look; not at once, since an interrupt in the middle of a query costs its connection. */
    void close() {
        closed = true;
    }

    private void run(EventHub.Watch watch, @Nullable Long after) throws IOException, InterruptedException {
        long now = news.now();
        send(snapshot(now));
        long last = after == null ? now : after;
        int quiet = 0;
        while (!closed) {
            List<News.Frame> frames = news.after(last, workflow);
            for (News.Frame frame : frames) {
                send(frame);
                last = frame.seq();
            }
            quiet = frames.isEmpty() ? quiet + 1 : 0;
            if (quiet == QUIET_LOOKS) {
                // Finds out whether the viewer is still there.
                session.sendMessage(new PingMessage());
                quiet = 0;
            }
            if (frames.isEmpty()) {
                watch.await(LOOK);
            }
        }
        end(CloseStatus.GOING_AWAY);
    }

    private Map<String, Object> snapshot(long seq) {
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("type", "snapshot");
        snapshot.put("seq", seq);
        if (workflow == null) {
            snapshot.put("workflows", views.list(LISTED));
        } else {
            snapshot.put("workflow", views.detail(workflow).orElseThrow());
        }
        return snapshot;
    }

    private void send(Object message) throws IOException {
        session.sendMessage(new TextMessage(MessageCodec.mapper().writeValueAsBytes(message)));
    }

    private void end(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException e) {
            LOG.debug("The connection was gone already: {}", e.getMessage());
        }
    }
}
