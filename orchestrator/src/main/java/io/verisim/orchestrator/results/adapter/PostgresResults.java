package io.verisim.orchestrator.results.adapter;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.Step;
import io.verisim.orchestrator.results.ArtifactEntry;
import io.verisim.orchestrator.results.Facts;
import io.verisim.orchestrator.results.Results;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Results in PostgreSQL. */
public final class PostgresResults implements Results {

    private static final String ARTIFACTS = """
            SELECT o.id, o.role, o.artifact, t.stage, t.task_type, t.step, t.key
            FROM task_outputs o JOIN tasks t ON t.id = o.task_id
            WHERE o.workflow_id = :workflow""";

    private final JdbcClient jdbc;
    private final Pipeline pipeline;
    private final List<String> steps;

    public PostgresResults(JdbcClient jdbc, Pipeline pipeline) {
        this.jdbc = jdbc;
        this.pipeline = pipeline;
        this.steps = pipeline.steps().stream().map(Step::name).toList();
    }

    @Override
    public Map<String, Object> facts(WorkflowId workflow) {
        return Facts.merged(told(List.of(workflow)), steps);
    }

    private List<Facts.Told> told(List<WorkflowId> workflows) {
        if (workflows.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT workflow_id, step, ordinal, facts FROM tasks
                        WHERE workflow_id IN (:ids) AND status = 'DONE' AND facts <> '{}'""")
                .param("ids", workflows.stream().map(WorkflowId::value).toList())
                .query((row, number) -> new Facts.Told(
                        new WorkflowId(Columns.uuid(row, "workflow_id")),
                        row.getString("step"),
                        row.getInt("ordinal"),
                        Columns.json(row, "facts", new TypeReference<Map<String, Object>>() {})))
                .list();
    }

    @Override
    public Map<String, String> links(WorkflowId workflow) {
        List<ArtifactEntry> all = artifacts(workflow);
        Map<String, String> links = new LinkedHashMap<>();
        pipeline.summary()
                .forEach((name, roles) -> roles.stream()
                        .flatMap(role ->
                                all.stream().filter(entry -> entry.role().equals(role)))
                        .findFirst()
                        .ifPresent(entry -> links.put(name, address(workflow, entry))));
        return links;
    }

    static String address(WorkflowId workflow, ArtifactEntry entry) {
        return "/api/v1/workflows/" + workflow + "/artifacts/" + entry.id();
    }

    @Override
    public Map<WorkflowId, String> outcomes(List<WorkflowId> workflows) {
        return Facts.outcomes(told(workflows), steps);
    }

    @Override
    public List<ArtifactEntry> artifacts(WorkflowId workflow) {
        return jdbc.sql(ARTIFACTS + " ORDER BY t.position, o.role, o.ordinal")
                .param("workflow", workflow.value())
                .query((row, number) -> entry(row))
                .list();
    }

    @Override
    public Optional<ArtifactEntry> artifact(WorkflowId workflow, UUID id) {
        return jdbc.sql(ARTIFACTS + " AND o.id = :id")
                .param("workflow", workflow.value())
                .param("id", id)
                .query((row, number) -> entry(row))
                .optional();
    }

    private static ArtifactEntry entry(ResultSet row) throws SQLException {
        return new ArtifactEntry(
                Columns.uuid(row, "id"),
                row.getString("role"),
                row.getString("stage"),
                row.getString("task_type"),
                row.getString("key"),
                Columns.json(row, "artifact", ArtifactRef.class));
    }
}
