package io.verisim.orchestrator.events.adapter;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.events.EventHub;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.MultiValueMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Live news over WebSocket: {@code /api/v1/live?workflow=…&after=…}. What viewers send is not listened to. */
public final class LiveSocket extends TextWebSocketHandler implements SmartLifecycle {

    private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private final News news;
    private final EventHub hub;
    private final WorkflowViews views;
    private final Duration patience;
    private final Map<String, LiveViewer> viewers = new ConcurrentHashMap<>();
    private volatile boolean running;

    /**
     * A socket.
     *
     * @param patience how long a viewer may take nothing before it is dropped
     */
    public LiveSocket(News news, EventHub hub, WorkflowViews views, Duration patience) {
        this.news = news;
        this.hub = hub;
        this.views = views;
        this.patience = patience;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        MultiValueMap<String, String> query = query(session.getUri());
        WorkflowId workflow;
        Long after;
        try {
            String id = query.getFirst("workflow");
            workflow = id == null ? null : WorkflowId.of(id);
            after = number(query.getFirst("after"));
        } catch (IllegalArgumentException e) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason("workflow is a UUID, after a number"));
            return;
        }
        if (workflow != null && views.detail(workflow).isEmpty()) {
            session.close(CloseStatus.POLICY_VIOLATION.withReason("there is no such workflow"));
            return;
        }
        if (session instanceof NativeWebSocketSession known
                && known.getNativeSession() instanceof jakarta.websocket.Session tomcat) {
            tomcat.getUserProperties().put(SEND_TIMEOUT, patience.toMillis());
        }
        LiveViewer viewer = new LiveViewer(session, news, views, workflow);
        viewers.put(session.getId(), viewer);
        viewer.start(hub, after);
    }

    private static MultiValueMap<String, String> query(@Nullable URI uri) {
        return UriComponentsBuilder.fromUri(uri == null ? URI.create("") : uri)
                .build()
                .getQueryParams();
    }

    private static @Nullable Long number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new IllegalArgumentException("after is at least 0");
        }
        return number;
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        LiveViewer viewer = viewers.remove(session.getId());
        if (viewer != null) {
            viewer.close();
        }
    }

    /** Who watches, by session. */
    public Set<String> viewers() {
        return Set.copyOf(viewers.keySet());
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends the views before the server would have to; the viewers connect again. */
    @Override
    public void stop() {
        running = false;
        viewers.values().forEach(LiveViewer::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
