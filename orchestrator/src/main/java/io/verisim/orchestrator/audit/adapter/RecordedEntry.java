package io.verisim.orchestrator.audit.adapter;

import io.verisim.orchestrator.jdbc.adapter.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry as it is read.
 *
 * @param seq number of the entry; grows, with gaps
 * @param position place in the chain; null until it is sealed
 * @param hash hash of that place
 */
record RecordedEntry(
        long seq,
        UUID id,
        @Nullable Long position,
        @Nullable String hash,
        Instant at,
        String project,
        Who actor,
        String action,
        @Nullable String agent,
        @Nullable UUID workflow,
        @Nullable UUID task,
        JsonNode inputs,
        JsonNode outputs,
        JsonNode cost,
        JsonNode detail) {

    /** Columns of {@code audit_log a LEFT JOIN audit_chain c}. */
    static final String COLUMNS = "a.*, c.position, encode(c.hash, 'hex') AS hash";

    /** Who acted. */
    record Who(String kind, String id) {}

    static RecordedEntry read(ResultSet row) throws SQLException {
        return new RecordedEntry(
                row.getLong("seq"),
                Columns.uuid(row, "id"),
                Columns.longOrNull(row, "position"),
                row.getString("hash"),
                Columns.instant(row, "at"),
                row.getString("project"),
                new Who(row.getString("actor_kind"), row.getString("actor_id")),
                row.getString("action"),
                row.getString("agent"),
                row.getObject("workflow_id", UUID.class),
                row.getObject("task_id", UUID.class),
                Columns.json(row, "inputs", JsonNode.class),
                Columns.json(row, "outputs", JsonNode.class),
                Columns.json(row, "cost", JsonNode.class),
                Columns.json(row, "detail", JsonNode.class));
    }
}
