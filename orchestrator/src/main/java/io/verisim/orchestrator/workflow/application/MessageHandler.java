package io.verisim.orchestrator.workflow.application;

import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.Control;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.RequestInput;
import io.verisim.model.message.StatusKind;
import io.verisim.model.message.StatusUpdate;
import io.verisim.orchestrator.catalogue.Catalogue;
import io.verisim.orchestrator.events.EventHub;
import io.verisim.orchestrator.events.EventLog;
import io.verisim.orchestrator.events.LogEntry;
import io.verisim.orchestrator.messaging.Inbox;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.WorkflowEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what agents tell into events; each message counts once. */
public final class MessageHandler {

    private final Transactions transactions;
    private final Inbox inbox;
    private final WorkflowEngine engine;
    private final Catalogue catalogue;
    private final Progress progress;
    private final Clock clock;

    /** Where progress goes; it changes no state. */
    public record Progress(TaskBook tasks, EventLog log, EventHub hub) {}

    public MessageHandler(
            Transactions transactions,
            Inbox inbox,
            WorkflowEngine engine,
            Catalogue catalogue,
            Progress progress,
            Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.engine = engine;
        this.catalogue = catalogue;
        this.progress = progress;
        this.clock = clock;
    }

    /** Nobody can handle this message, now or later. */
    public static final class Unacceptable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unacceptable(String reason) {
            super(reason);
        }
    }

    /**
     * Handles a message.
     *
     * @throws Unacceptable where it can never be handled
     */
    public void handle(Envelope envelope, @Nullable String traceParent) {
        if (envelope.payload() instanceof StatusUpdate status && isAboutTheAgent(status.kind())) {
            catalogue.heard(envelope.sender(), status, clock.instant());
            return;
        }
        WorkflowId workflow = envelope.correlationId();
        TaskId task = envelope.taskId();
        if (workflow == null || task == null) {
            throw new Unacceptable("A " + envelope.type() + " without workflow and task belongs nowhere");
        }
        try {
            transactions.inOne(() -> {
                if (inbox.isFirst(envelope.id())) {
                    apply(envelope, workflow, task, traceParent);
                }
                return true;
            });
        } catch (NoSuchWorkflow e) {
            throw new Unacceptable(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isAboutTheAgent(StatusKind kind) {
        return kind == StatusKind.ONLINE || kind == StatusKind.HEARTBEAT || kind == StatusKind.OFFLINE;
    }

    private void apply(Envelope envelope, WorkflowId workflow, TaskId task, @Nullable String traceParent) {
        if (envelope.payload() instanceof StatusUpdate status && status.kind() == StatusKind.PROGRESS) {
            progress(envelope, workflow, task, status);
            return;
        }
        WorkflowEvent event = event(envelope, task);
        Actor actor = new Actor("agent", envelope.sender().value());
        engine.handle(workflow, event, new Cause(actor, envelope.id(), traceParent));
    }

    private WorkflowEvent event(Envelope envelope, TaskId task) {
        int attempt = envelope.attempt();
        return switch (envelope.payload()) {
            case ProcessingComplete result -> new WorkflowEvent.Completed(task, attempt, result);
            case ErrorOccurred error -> new WorkflowEvent.Failed(task, attempt, error.error());
            case RequestInput request ->
                new WorkflowEvent.Asked(task, attempt, envelope.id().value(), request);
            case StatusUpdate status -> new WorkflowEvent.Accepted(task, attempt, status.instance());
            case DataReady order -> throw new Unacceptable("The orchestrator does no tasks");
            case Control control -> throw new Unacceptable("The orchestrator takes no control messages");
        };
    }

    private void progress(Envelope envelope, WorkflowId workflow, TaskId task, StatusUpdate status) {
        Instant now = clock.instant();
        int attempt = envelope.attempt();
        Optional<String> stage = progress.tasks().keepProgress(workflow, task, attempt, status, now);
        if (stage.isEmpty()) {
            return;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("attempt", attempt);
        if (status.processed() != null) {
            data.put("processed", status.processed());
        }
        if (status.total() != null) {
            data.put("total", status.total());
        }
        String sentence = status.sentence() == null ? "" : status.sentence();
        progress.log()
                .append(
                        workflow,
                        List.of(new LogEntry(
                                0,
                                now,
                                "task_progress",
                                "INFO",
                                envelope.sender().value(),
                                stage.get(),
                                task.value(),
                                sentence,
                                data)));
        transactions.afterCommit(() -> progress.hub().wake(workflow));
    }
}
