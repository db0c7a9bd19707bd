package io.verisim.orchestrator.workflow.adapter.web;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.workflow.adapter.postgres.ErrorRecords;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import io.verisim.orchestrator.workflow.application.ErrorRecord;
import io.verisim.orchestrator.workflow.application.NoSuchWorkflow;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What went wrong in a workflow, each with the action that fits. */
@RestController
@RequestMapping("/api/v1/workflows/{id}/errors")
public final class ErrorsController {

    private final ErrorRecords records;
    private final WorkflowViews views;

    public ErrorsController(ErrorRecords records, WorkflowViews views) {
        this.records = records;
        this.views = views;
    }

    @GetMapping
    Map<String, List<ErrorRecord>> all(@PathVariable WorkflowId id) {
        if (views.detail(id).isEmpty()) {
            throw new NoSuchWorkflow(id);
        }
        return Map.of("errors", records.of(id));
    }
}
