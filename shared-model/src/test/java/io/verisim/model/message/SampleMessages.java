package io.verisim.model.message;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.MessageId;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One message of each kind, as a workflow would send it. */
final class SampleMessages {

    private static final WorkflowId WORKFLOW = WorkflowId.of("0198c0de-0000-7000-8000-000000000001");
    private static final TaskId TASK = TaskId.of("0198c0de-0000-7000-8000-000000000002");
    private static final AgentName SYNTHESIZER = AgentName.of("synthesizer");
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private SampleMessages() {}

    static Map<String, Envelope> all() {
        Map<String, Envelope> all = new LinkedHashMap<>();
        all.put("data_ready", toAgent(3, order()));
        all.put("processing_complete", toOrchestrator(4, completion()));
        all.put("error_occurred", toOrchestrator(5, new ErrorOccurred("fit", raggedRow())));
        all.put("status_update.online", withoutTask(6, status(StatusKind.ONLINE, null)));
        all.put("status_update.accepted", toOrchestrator(7, status(StatusKind.ACCEPTED, null)));
        all.put("status_update.progress", toOrchestrator(8, status(StatusKind.PROGRESS, "fitting 21 fields")));
        all.put("status_update.heartbeat", withoutTask(9, status(StatusKind.HEARTBEAT, null)));
        all.put("status_update.offline", withoutTask(10, status(StatusKind.OFFLINE, null)));
        all.put("request_input", toOrchestrator(11, question()));
        all.put("control", toAgent(12, new Control(ControlAction.CANCEL, "The workflow was aborted by ada.")));
        return all;
    }

    private static DataReady order() {
        return new DataReady(
                "fit",
                "synthesize",
                Map.of("synthesis", Map.of("model", "latent_mixture", "rows", 10_000, "seed", 42)),
                Map.of("source", List.of(table())));
    }

    private static ProcessingComplete completion() {
        return new ProcessingComplete(
                "fit",
                Map.of(
                        "model",
                        List.of(new ArtifactRef(
                                URI.create("s3://verisim/workflows/w/synthesize/t/0011223344556677/model.bin"),
                                "application/octet-stream",
                                "0011223344556677".repeat(4),
                                65_536,
                                null,
                                null))),
                List.of(new FollowUp("chunk-00000", Map.of("firstBlock", 0, "blocks", 2), Map.of())),
                Map.of("fitSeconds", 2.5),
                Map.of("synthetic", Map.of("model", "latent_mixture")),
                List.of(new CostRecord("compute", "cpu", 2.5, "second")));
    }

    private static ErrorDetail raggedRow() {
        return ErrorDetail.of(
                        ErrorCategory.DATA,
                        "CSV_RAGGED_ROW",
                        "Row 17 of customers.csv has 5 fields, the header has 6.",
                        "Correct row 17, or quote the field that holds the delimiter.")
                .withContext(Map.of("file", "customers.csv", "row", "17"))
                .withRetryAfterMillis(1_000);
    }

    private static StatusUpdate status(StatusKind kind, @org.jspecify.annotations.Nullable String sentence) {
        boolean announces = kind == StatusKind.ONLINE || kind == StatusKind.HEARTBEAT;
        return new StatusUpdate(
                kind,
                "synthesizer-1a2b3c4d",
                "0.1.0",
                sentence,
                sentence == null ? null : 7L,
                sentence == null ? null : 21L,
                announces
                        ? List.of(new TaskTypeInfo("fit", "Learns the shape of a table.", Map.of("type", "object")))
                        : List.of());
    }

    private static RequestInput question() {
        return new RequestInput(
                "Is column 'ref' sensitive?",
                Map.of("column", "ref", "confidence", 0.55),
                List.of("sensitive", "not sensitive"),
                "sensitive",
                NOW.plusSeconds(3_600));
    }

    private static ArtifactRef table() {
        ColumnSchema email =
                ColumnSchema.of("email", ColumnType.TEXT).withTreatment(Strategy.PERSON, SensitivityType.EMAIL, true);
        ColumnSchema since = ColumnSchema.of("since", ColumnType.DATE).withFormat("yyyy-MM-dd", null);
        ColumnSchema charge = ColumnSchema.of("charge", ColumnType.DECIMAL)
                .withFormat(null, 2)
                .withOccurrence(false, false);
        return new ArtifactRef(
                        URI.create("s3://verisim/workflows/w/source/customers.csv"),
                        "text/csv",
                        "89abcdef01234567".repeat(4),
                        1_048_576,
                        null,
                        null)
                .withTable(10_000, new TableSchema("customers", List.of(email, since, charge)));
    }

    private static Envelope toAgent(int number, Payload payload) {
        return envelope(number, AgentName.ORCHESTRATOR, SYNTHESIZER, payload, true);
    }

    private static Envelope toOrchestrator(int number, Payload payload) {
        return envelope(number, SYNTHESIZER, AgentName.ORCHESTRATOR, payload, true);
    }

    private static Envelope withoutTask(int number, Payload payload) {
        return envelope(number, SYNTHESIZER, AgentName.ORCHESTRATOR, payload, false);
    }

    private static Envelope envelope(int number, AgentName sender, AgentName recipient, Payload payload, boolean task) {
        return new Envelope(
                MessageId.of("0198c0de-0000-7000-8000-0000000001%02d".formatted(number)),
                payload.type(),
                sender,
                recipient,
                task ? WORKFLOW : null,
                task ? TASK : null,
                task ? 1 : 0,
                task ? MessageId.of("0198c0de-0000-7000-8000-000000000099") : null,
                NOW,
                Envelope.SCHEMA_VERSION,
                payload);
    }
}
