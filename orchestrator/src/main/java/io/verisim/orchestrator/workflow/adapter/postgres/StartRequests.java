package io.verisim.orchestrator.workflow.adapter.postgres;

import io.verisim.model.error.VerisimException;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests to start a workflow that their sender may repeat, as after a lost answer: one key, one workflow. */
public final class StartRequests {

    private final JdbcClient jdbc;

    public StartRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A request.
     *
     * @param project project of the workflow; keys are the project's own
     * @param key what the sender calls the request
     * @param fingerprint hash of everything that is sent
     */
    public record Request(String project, String key, String fingerprint) {}

    private record Known(WorkflowId workflow, String fingerprint) {}

    /**
     * The workflow that a request has started already.
     *
     * @throws VerisimException where the key belongs to another request
     */
    public Optional<WorkflowId> find(Request request) {
        Optional<Known> known = jdbc.sql(
                        "SELECT workflow_id, fingerprint FROM start_requests WHERE project = :project AND key = :key")
                .param("project", request.project())
                .param("key", request.key())
                .query((row, number) ->
                        new Known(new WorkflowId(Columns.uuid(row, "workflow_id")), row.getString("fingerprint")))
                .optional();
        known.filter(found -> !found.fingerprint().equals(request.fingerprint()))
                .ifPresent(found -> {
                    throw VerisimException.data(
                            "IDEMPOTENCY_KEY_REUSED",
                            "Another request with this Idempotency-Key started workflow " + found.workflow() + ".",
                            "Use a new key for every workflow, and the same one only to repeat a request.",
                            Map.of("workflow", found.workflow().toString()));
                });
        return known.map(Known::workflow);
    }

    /** Keeps a request in the present transaction; false where another one was first, whose end is waited for. */
    public boolean isFirst(Request request, WorkflowId workflow, Instant at) {
        return jdbc.sql("""
                                INSERT INTO start_requests (project, key, fingerprint, workflow_id, at)
                                VALUES (:project, :key, :fingerprint, :workflow, :at) ON CONFLICT DO NOTHING""")
                        .param("project", request.project())
                        .param("key", request.key())
                        .param("fingerprint", request.fingerprint())
                        .param("workflow", workflow.value())
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    /** Removes what came before a time. */
    public void forget(Instant before) {
        jdbc.sql("DELETE FROM start_requests WHERE at < :before")
                .param("before", Columns.time(before))
                .update();
    }
}
