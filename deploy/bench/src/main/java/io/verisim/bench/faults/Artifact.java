package io.verisim.bench.faults;

import io.verisim.model.message.MessageCodec;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a finished task yielded.
 *
 * @param place step, key, role and number: the same in every run of the same workflow
 * @param role what it is
 * @param key its name in the object store
 * @param sha256 its checksum
 * @param bytes its size
 */
record Artifact(String place, String role, String key, String sha256, long bytes) {

    /** All artifacts of a workflow. */
    static List<Artifact> of(Rows orchestrator, String workflow) throws SQLException {
        return orchestrator.list(
                "SELECT t.step, t.key, o.role, o.ordinal, o.artifact::text FROM task_outputs o JOIN tasks t"
                        + " ON t.id = o.task_id WHERE o.workflow_id = ?::uuid AND t.status = 'DONE'"
                        + " ORDER BY t.step, t.ordinal, o.role, o.ordinal",
                row -> {
                    JsonNode artifact = MessageCodec.mapper().readTree(row.getString(5));
                    String role = row.getString(3);
                    return new Artifact(
                            row.getString(1) + "/" + row.getString(2) + "/" + role + "/" + row.getInt(4),
                            role,
                            URI.create(artifact.path("uri").asString())
                                    .getPath()
                                    .substring(1),
                            artifact.path("sha256").asString(),
                            artifact.path("bytes").asLong());
                },
                workflow);
    }
}
