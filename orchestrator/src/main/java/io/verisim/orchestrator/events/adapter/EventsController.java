package io.verisim.orchestrator.events.adapter;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.events.EventHub;
import io.verisim.orchestrator.events.EventLog;
import io.verisim.orchestrator.events.LogEntry;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import io.verisim.orchestrator.workflow.application.NoSuchWorkflow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The log of a workflow: at once as JSON, live as server-sent events. */
@RestController
@RequestMapping("/api/v1/workflows/{id}/events")
public final class EventsController implements SmartLifecycle {

    static final int BATCH = 500;

    private final EventLog log;
    private final EventHub hub;
    private final WorkflowViews views;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    public EventsController(EventLog log, EventHub hub, WorkflowViews views) {
        this.log = log;
        this.hub = hub;
        this.views = views;
    }

    /** An event as it is sent. */
    record Event(
            long seq,
            Instant time,
            String kind,
            String source,
            @Nullable String stage,
            @Nullable UUID taskId,
            String sentence,
            String level,
            Map<String, Object> data) {

        static Event of(LogEntry entry) {
            return new Event(
                    entry.seq(),
                    entry.at(),
                    entry.kind(),
                    entry.source(),
                    entry.stage(),
                    entry.taskId(),
                    entry.sentence(),
                    entry.level().toLowerCase(Locale.ROOT),
                    entry.data());
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> after(
            @PathVariable WorkflowId id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "500") int limit) {
        known(id);
        List<Event> events = log.after(id, after, Math.clamp(limit, 1, BATCH)).stream()
                .map(Event::of)
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("events", events);
        answer.put("last", events.isEmpty() ? after : events.getLast().seq());
        return answer;
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @PathVariable WorkflowId id,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
        known(id);
        SseEmitter emitter = new SseEmitter(0L);
        LiveStream stream = new LiveStream(id, emitter, log, hub, views);
        streams.add(stream);
        stream.start(lastEventId == null ? after : lastEventId, () -> streams.remove(stream));
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Ends the live streams before the server would have to; their viewers connect again. */
    @Override
    public void stop() {
        running = false;
        streams.forEach(LiveStream::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void known(WorkflowId id) {
        if (views.detail(id).isEmpty()) {
            throw new NoSuchWorkflow(id);
        }
    }
}
