package io.verisim.orchestrator.workflow.adapter.web;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.web.adapter.TraceFilter;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import io.verisim.orchestrator.workflow.application.Cause;
import io.verisim.orchestrator.workflow.application.NoSuchWorkflow;
import io.verisim.orchestrator.workflow.application.WorkflowEngine;
import io.verisim.orchestrator.workflow.application.WorkflowView;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.WorkflowEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Starts, lists, shows and steers workflows. */
@RestController
@RequestMapping("/api/v1/workflows")
public final class WorkflowController {

    private static final int MAX_LISTED = 200;

    private final WorkflowStarter starter;
    private final WorkflowEngine engine;
    private final WorkflowViews views;

    public WorkflowController(WorkflowStarter starter, WorkflowEngine engine, WorkflowViews views) {
        this.starter = starter;
        this.engine = engine;
        this.views = views;
    }

    /** Who does it; a person at this machine where nothing is said. */
    record Who(@Nullable Actor actor) {}

    record Answer(String choice, @Nullable Actor actor) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<WorkflowView.Detail> start(HttpServletRequest request) {
        WorkflowId id = starter.start(request);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/workflows/" + id))
                .body(show(id));
    }

    @GetMapping
    Map<String, List<WorkflowView.Line>> list(@RequestParam(defaultValue = "50") int limit) {
        return Map.of("workflows", views.list(Math.clamp(limit, 1, MAX_LISTED)));
    }

    @GetMapping("/{id}")
    WorkflowView.Detail show(@PathVariable WorkflowId id) {
        return views.detail(id).orElseThrow(() -> new NoSuchWorkflow(id));
    }

    @PostMapping("/{id}/pause")
    ResponseEntity<WorkflowView.Detail> pause(
            @PathVariable WorkflowId id, @RequestBody(required = false) @Nullable Who who, HttpServletRequest request) {
        return steer(id, WorkflowEvent.Pause::new, who, request);
    }

    @PostMapping("/{id}/resume")
    ResponseEntity<WorkflowView.Detail> resume(
            @PathVariable WorkflowId id, @RequestBody(required = false) @Nullable Who who, HttpServletRequest request) {
        return steer(id, WorkflowEvent.Resume::new, who, request);
    }

    @PostMapping("/{id}/abort")
    ResponseEntity<WorkflowView.Detail> abort(
            @PathVariable WorkflowId id, @RequestBody(required = false) @Nullable Who who, HttpServletRequest request) {
        return steer(id, WorkflowEvent.Abort::new, who, request);
    }

    @PostMapping("/{id}/retry")
    ResponseEntity<WorkflowView.Detail> retry(
            @PathVariable WorkflowId id, @RequestBody(required = false) @Nullable Who who, HttpServletRequest request) {
        return steer(id, WorkflowEvent.Retry::new, who, request);
    }

    @PostMapping("/{id}/skip")
    ResponseEntity<WorkflowView.Detail> skip(
            @PathVariable WorkflowId id, @RequestBody(required = false) @Nullable Who who, HttpServletRequest request) {
        return steer(id, WorkflowEvent.Skip::new, who, request);
    }

    @PostMapping("/{id}/questions/{question}")
    ResponseEntity<WorkflowView.Detail> answer(
            @PathVariable WorkflowId id,
            @PathVariable UUID question,
            @RequestBody Answer answer,
            HttpServletRequest request) {
        return steer(
                id,
                actor -> new WorkflowEvent.Answered(actor, question, answer.choice()),
                new Who(answer.actor()),
                request);
    }

    private ResponseEntity<WorkflowView.Detail> steer(
            WorkflowId id, Function<Actor, WorkflowEvent> event, @Nullable Who who, HttpServletRequest request) {
        Actor named = who == null ? null : who.actor();
        Actor actor = named == null ? WorkflowStarter.LOCAL_USER : named;
        Object trace = request.getAttribute(TraceFilter.TRACE_PARENT);
        engine.handle(id, event.apply(actor), new Cause(actor, null, trace == null ? null : trace.toString()));
        return ResponseEntity.accepted().body(show(id));
    }
}
