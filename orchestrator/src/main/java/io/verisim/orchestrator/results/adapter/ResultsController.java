package io.verisim.orchestrator.results.adapter;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.objects.ObjectStore;
import io.verisim.orchestrator.results.ArtifactEntry;
import io.verisim.orchestrator.results.Results;
import io.verisim.orchestrator.web.adapter.Export;
import io.verisim.orchestrator.workflow.adapter.postgres.WorkflowViews;
import io.verisim.orchestrator.workflow.application.NoSuchWorkflow;
import io.verisim.orchestrator.workflow.application.WorkflowView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Summary and artifacts of a workflow. */
@RestController
@RequestMapping("/api/v1/workflows/{id}")
public final class ResultsController {

    /** What a browser may show; anything else is offered as a file. */
    private static final Set<String> SHOWN =
            Set.of("text/html", "text/plain", "application/json", "application/xml", "text/xml", "image/png");

    private final Results results;
    private final WorkflowViews views;
    private final ObjectStore objects;

    public ResultsController(Results results, WorkflowViews views, ObjectStore objects) {
        this.results = results;
        this.views = views;
        this.objects = objects;
    }

    /** A stage in the summary. */
    record SummaryStage(String name, String agent, String status, double seconds) {}

    /** An artifact in a list. */
    record ArtifactView(
            UUID id,
            String role,
            String name,
            String mediaType,
            long bytes,
            String sha256,
            @Nullable Long rows,
            String stage,
            String taskType,
            String key,
            String url) {}

    @GetMapping("/summary")
    Map<String, Object> summary(@PathVariable WorkflowId id) {
        WorkflowView.Detail detail = known(id);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("workflowId", id);
        summary.put("status", detail.status());
        summary.put("seconds", detail.seconds());
        summary.put(
                "stages",
                detail.stages().stream()
                        .map(stage -> new SummaryStage(
                                stage.name(), stage.agent(), stage.status().name(), stage.seconds()))
                        .toList());
        results.facts(id).forEach(summary::putIfAbsent);
        summary.put("artifacts", detail.artifacts());
        List<String> warnings = warnings(detail);
        if (!warnings.isEmpty()) {
            summary.put("warnings", warnings);
        }
        if (detail.error() != null) {
            summary.put("error", detail.error());
        }
        return summary;
    }

    /** What failed and was done without. */
    private static List<String> warnings(WorkflowView.Detail detail) {
        if (detail.status() != WorkflowState.COMPLETED) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        for (WorkflowView.TaskView task : detail.tasks()) {
            ErrorDetail error = task.error();
            if (error != null && task.status().equals("FAILED")) {
                warnings.add(task.taskType() + " failed, and the workflow went on without it: " + error.message());
            }
        }
        return warnings;
    }

    @GetMapping("/artifacts")
    Map<String, List<ArtifactView>> artifacts(@PathVariable WorkflowId id) {
        known(id);
        return Map.of(
                "artifacts",
                results.artifacts(id).stream().map(entry -> view(id, entry)).toList());
    }

    private static ArtifactView view(WorkflowId id, ArtifactEntry entry) {
        ArtifactRef ref = entry.ref();
        return new ArtifactView(
                entry.id(),
                entry.role(),
                ref.name(),
                ref.mediaType(),
                ref.bytes(),
                ref.sha256(),
                ref.rows(),
                entry.stage(),
                entry.taskType(),
                entry.key(),
                PostgresResults.address(id, entry));
    }

    @GetMapping("/artifacts/{artifact}")
    void download(
            @PathVariable WorkflowId id,
            @PathVariable UUID artifact,
            @RequestParam(defaultValue = "false") boolean download,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ArtifactRef ref = results.artifact(id, artifact)
                .map(ArtifactEntry::ref)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Workflow " + id + " has no artifact " + artifact + "."));
        Export export = Export.begin(request, "artifact", Map.of("artifact", artifact.toString()));
        export.rows(ref.rows());
        try (InputStream in = objects.open(ref)) {
            MediaType type = MediaType.parseMediaType(ref.mediaType());
            String plain = type.getType() + "/" + type.getSubtype();
            response.setContentType(plain.startsWith("text/") ? plain + ";charset=UTF-8" : ref.mediaType());
            response.setContentLengthLong(ref.bytes());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    (SHOWN.contains(plain) && !download ? ContentDisposition.inline() : ContentDisposition.attachment())
                            .filename(ref.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            // Nothing in an artifact may run or reach the API, whoever wrote it.
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;"
                            + " sandbox allow-popups allow-popups-to-escape-sandbox");
            VerifiedCopy.copy(in, response.getOutputStream(), ref);
            export.complete();
        }
    }

    private WorkflowView.Detail known(WorkflowId id) {
        return views.detail(id).orElseThrow(() -> new NoSuchWorkflow(id));
    }
}
