package io.verisim.bench.faults;

import static io.verisim.bench.faults.Point.Edge.ENTRY;
import static io.verisim.bench.faults.Point.Edge.EXIT;

import java.util.List;
import java.util.stream.Stream;

/** Every step of outbox, inbox, checkpoint and effect code at which a process is killed. */
public final class Points {

    private static final String MESSAGING = "io.verisim.orchestrator.messaging.adapter.";
    private static final String WORKFLOW = "io.verisim.orchestrator.workflow.";
    private static final String AUDIT = "io.verisim.orchestrator.audit.adapter.";
    private static final String CHECKPOINT = "io.verisim.orchestrator.checkpoint.adapter.PostgresCheckpoints";
    private static final String RUNTIME = "io.verisim.agent.app.";
    private static final String TARGET = "io.verisim.distributor.target.postgres.";
    private static final String JIRA = "io.verisim.atlassian.adapter.HttpJiraClient";
    private static final String PUBLISHER = "io.verisim.testexecutor.report.RunPublisher";

    private static final List<String> ORCHESTRATOR = List.of("orchestrator");
    private static final List<String> AGENTS =
            List.of("data-processor", "synthesizer", "distributor", "test-case-builder", "test-executor");
    private static final List<String> DISTRIBUTOR = List.of("distributor");
    private static final List<String> EXECUTOR = List.of("test-executor");

    private Points() {}

    /** All of them. */
    public static List<Point> all() {
        return Stream.of(inbox(), decision(), outbox(), checkpoints(), agents(), load(), report())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Point> inbox() {
        return List.of(
                before(
                        MESSAGING + "postgres.PostgresInbox",
                        "isFirst",
                        EXIT,
                        "the message is in the inbox, nothing is decided"),
                after(
                        MESSAGING + "amqp.OrchestratorListener",
                        "finish",
                        ENTRY,
                        "the message is handled and committed, not acknowledged"),
                before(MESSAGING + "amqp.OrchestratorListener", "finish", EXIT, "the message is acknowledged"));
    }

    private static List<Point> decision() {
        return List.of(
                before(
                        WORKFLOW + "application.DecisionRecorder",
                        "record",
                        EXIT,
                        "state, tasks and messages are written, not committed"),
                before(
                        WORKFLOW + "adapter.postgres.PostgresTaskBook",
                        "keepResult",
                        EXIT,
                        "a result is written, not committed"),
                after(
                        WORKFLOW + "application.MessageHandler",
                        "handle",
                        EXIT,
                        "a message is committed with all that follows, not acknowledged"),
                after(
                        WORKFLOW + "application.WorkflowEngine",
                        "start",
                        EXIT,
                        "a workflow is committed, its starter has no answer"));
    }

    private static List<Point> outbox() {
        return List.of(
                before(MESSAGING + "postgres.PostgresOutbox", "add", EXIT, "messages are in the outbox, not committed"),
                before(MESSAGING + "postgres.PostgresOutbox", "claim", EXIT, "messages are claimed, not sent"),
                after(
                        MESSAGING + "amqp.Publisher",
                        "fate",
                        EXIT,
                        "a message is confirmed by the broker, not recorded as sent"),
                after(
                        MESSAGING + "postgres.PostgresOutbox",
                        "gone",
                        EXIT,
                        "messages are recorded as sent, not committed"),
                before(MESSAGING + "amqp.OutboxRelay", "sendBatch", EXIT, "messages are sent and recorded"));
    }

    private static List<Point> checkpoints() {
        return List.of(
                before(CHECKPOINT, "save", EXIT, "a checkpoint is written, not committed"),
                after(CHECKPOINT, "stored", ENTRY, "a checkpoint lies in the object store, not recorded there"),
                after(
                        "io.verisim.orchestrator.objects.adapter.S3ObjectStore",
                        "put",
                        EXIT,
                        "an object is stored, nobody knows of it"),
                before(AUDIT + "AuditSealer", "append", EXIT, "audit entries are chained, not committed"),
                after(AUDIT + "AuditHeads", "write", EXIT, "a head of the audit chain is stored, not noted"));
    }

    private static List<Point> agents() {
        return List.of(
                new Point(AGENTS, RUNTIME + "TaskRun", "runIn", ENTRY, false, "a task is accepted, not begun"),
                new Point(
                        AGENTS,
                        RUNTIME + "S3Artifacts",
                        "store",
                        EXIT,
                        true,
                        "an artifact lies in the object store, nobody is told"),
                new Point(AGENTS, RUNTIME + "Messenger", "publish", ENTRY, true, "a task is done, nobody is told"),
                new Point(
                        AGENTS,
                        RUNTIME + "Messenger",
                        "publish",
                        EXIT,
                        true,
                        "the result is confirmed, the task not acknowledged"));
    }

    private static List<Point> load() {
        return List.of(
                new Point(
                        DISTRIBUTOR,
                        TARGET + "Ledger",
                        "complete",
                        EXIT,
                        false,
                        "rows and ledger are written, not committed"),
                new Point(
                        DISTRIBUTOR,
                        TARGET + "PostgresLoad",
                        "run",
                        EXIT,
                        true,
                        "rows are committed in the target, nobody is told"));
    }

    private static List<Point> report() {
        return List.of(
                new Point(EXECUTOR, JIRA, "addComment", EXIT, true, "a comment is in Jira, nobody is told"),
                new Point(EXECUTOR, JIRA, "createIssue", EXIT, true, "a bug is in Jira, nobody is told"),
                new Point(EXECUTOR, JIRA, "attach", EXIT, true, "a picture is in Jira, nobody is told"),
                new Point(EXECUTOR, JIRA, "transition", EXIT, true, "an issue is moved in Jira, nobody is told"),
                new Point(EXECUTOR, PUBLISHER, "publish", EXIT, true, "the report is stored, nobody is told"));
    }

    private static Point before(String className, String method, Point.Edge edge, String words) {
        return new Point(ORCHESTRATOR, className, method, edge, false, words);
    }

    private static Point after(String className, String method, Point.Edge edge, String words) {
        return new Point(ORCHESTRATOR, className, method, edge, true, words);
    }
}
