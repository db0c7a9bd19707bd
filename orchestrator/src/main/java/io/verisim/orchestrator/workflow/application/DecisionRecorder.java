package io.verisim.orchestrator.workflow.application;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.MessageId;
import io.verisim.model.id.TaskId;
import io.verisim.model.message.Control;
import io.verisim.model.message.CostRecord;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.Payload;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.QueueNames;
import io.verisim.model.message.TaskAttempt;
import io.verisim.orchestrator.audit.AuditEntry;
import io.verisim.orchestrator.audit.AuditLog;
import io.verisim.orchestrator.catalogue.Catalogue;
import io.verisim.orchestrator.checkpoint.Checkpoints;
import io.verisim.orchestrator.events.EventLog;
import io.verisim.orchestrator.events.LogEntry;
import io.verisim.orchestrator.messaging.Outbox;
import io.verisim.orchestrator.messaging.OutgoingMessage;
import io.verisim.orchestrator.notification.Notices;
import io.verisim.orchestrator.notification.Notifications;
import io.verisim.orchestrator.workflow.domain.Decision;
import io.verisim.orchestrator.workflow.domain.Effect;
import io.verisim.orchestrator.workflow.domain.TaskRun;
import io.verisim.orchestrator.workflow.domain.Workflow;
import io.verisim.orchestrator.workflow.domain.WorkflowEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out the effects of a decision in the transaction that saves it. */
public final class DecisionRecorder {

    /** Well below what a message may hold. */
    private static final int ATTEMPTS_A_MESSAGE = 2_000;

    private final TaskBook tasks;
    private final Questions questions;
    private final Timers timers;
    private final Checkpoints checkpoints;
    private final Journal journal;
    private final IdSource ids;

    /** Where it is written what happened and what is to be told, and to whom. */
    public record Journal(
            Outbox outbox, EventLog log, AuditLog audit, Notifications notifications, Catalogue catalogue) {}

    public DecisionRecorder(
            TaskBook tasks,
            Questions questions,
            Timers timers,
            Checkpoints checkpoints,
            Journal journal,
            IdSource ids) {
        this.tasks = tasks;
        this.questions = questions;
        this.timers = timers;
        this.checkpoints = checkpoints;
        this.journal = journal;
        this.ids = ids;
    }

    /** Carries the effects out; true where there are messages to send after the commit. */
    boolean record(Decision decision, WorkflowEvent event, Cause cause, Instant now) {
        Workflow after = decision.after();
        List<OutgoingMessage> messages = new ArrayList<>();
        List<LogEntry> lines = new ArrayList<>();
        List<ArtifactRef> inputs =
                event instanceof WorkflowEvent.Start ? List.of(after.order().source()) : List.of();
        for (Effect effect : decision.effects()) {
            switch (effect) {
                case Effect.Dispatch e -> messages.add(task(after, e.task(), e.order(), cause, now));
                case Effect.DispatchAgain e ->
                    messages.add(task(after, e.task(), tasks.order(e.task().id(), e.extra()), cause, now));
                case Effect.AmendOrder e -> tasks.order(e.task().id(), e.extra());
                case Effect.Stop e -> messages.add(stop(after, e, cause, now));
                case Effect.StopQueued e -> messages.addAll(stopQueued(after, e, cause, now));
                case Effect.KeepResult e -> inputs = tasks.keepResult(after.id(), e.task(), e.result(), now);
                case Effect.KeepError e -> tasks.keepError(after.id(), e, now);
                case Effect.ScheduleRetry e -> timers.retry(after.id(), e.task(), e.at());
                case Effect.KeepQuestion e -> questions.keep(after.id(), e.question(), now);
                case Effect.ScheduleDefault e -> timers.defaultAnswer(after.id(), e.question(), e.at());
                case Effect.CloseQuestion e -> questions.close(e, now);
                case Effect.SaveCheckpoint e -> checkpoints.save(after, e.label(), cause.actor(), now);
                case Effect.Announce e -> lines.add(line(e, now));
            }
        }
        journal.outbox().add(messages);
        journal.log().append(after.id(), lines);
        Notices.of(decision, now).ifPresent(journal.notifications()::tell);
        if (decision.accepted() && !(event instanceof WorkflowEvent.Accepted)) {
            journal.audit().append(audit(after, event, inputs, cause, now));
        }
        return !messages.isEmpty();
    }

    private OutgoingMessage task(Workflow workflow, TaskRun task, Payload order, Cause cause, Instant now) {
        return new OutgoingMessage(
                QueueNames.COMMANDS,
                QueueNames.task(task.place().taskType()),
                envelope(workflow, task, task.attempt(), order, cause, now),
                cause.traceParent());
    }

    private OutgoingMessage stop(Workflow workflow, Effect.Stop stop, Cause cause, Instant now) {
        TaskRun task = stop.task();
        return new OutgoingMessage(
                QueueNames.COMMANDS,
                QueueNames.control(task.place().agent(), stop.instance()),
                envelope(workflow, task, stop.attempt(), new Control(stop.action(), stop.reason()), cause, now),
                cause.traceParent());
    }

    /** To every instance that may take one of them. */
    private List<OutgoingMessage> stopQueued(Workflow workflow, Effect.StopQueued stop, Cause cause, Instant now) {
        List<OutgoingMessage> messages = new ArrayList<>();
        for (String instance : journal.catalogue().online(stop.agent())) {
            for (int from = 0; from < stop.tasks().size(); from += ATTEMPTS_A_MESSAGE) {
                int to = Math.min(stop.tasks().size(), from + ATTEMPTS_A_MESSAGE);
                List<TaskAttempt> attempts = stop.tasks().subList(from, to).stream()
                        .map(task -> new TaskAttempt(task.id(), task.attempt()))
                        .toList();
                Control control = new Control(stop.action(), stop.reason(), attempts);
                messages.add(new OutgoingMessage(
                        QueueNames.COMMANDS,
                        QueueNames.control(stop.agent(), instance),
                        envelope(workflow, stop.agent(), null, 0, control, cause, now),
                        cause.traceParent()));
            }
        }
        return messages;
    }

    private Envelope envelope(Workflow workflow, TaskRun task, int attempt, Payload payload, Cause cause, Instant now) {
        return envelope(workflow, task.place().agent(), task.id(), attempt, payload, cause, now);
    }

    private Envelope envelope(
            Workflow workflow,
            AgentName agent,
            @Nullable TaskId task,
            int attempt,
            Payload payload,
            Cause cause,
            Instant now) {
        return new Envelope(
                new MessageId(ids.next()),
                payload.type(),
                AgentName.ORCHESTRATOR,
                agent,
                workflow.id(),
                task,
                attempt,
                cause.message(),
                now,
                Envelope.SCHEMA_VERSION,
                payload);
    }

    private static LogEntry line(Effect.Announce e, Instant now) {
        return new LogEntry(
                0,
                now,
                e.kind(),
                e.level().name(),
                e.source(),
                e.stage(),
                e.task() == null ? null : e.task().value(),
                e.sentence(),
                e.data());
    }

    private static AuditEntry audit(
            Workflow workflow, WorkflowEvent event, List<ArtifactRef> inputs, Cause cause, Instant now) {
        TaskRun task = event instanceof WorkflowEvent.Report report
                ? workflow.task(report.task()).orElse(null)
                : null;
        ProcessingComplete result = event instanceof WorkflowEvent.Completed done ? done.result() : null;
        String name = event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new AuditEntry(
                workflow.order().project(),
                now,
                cause.actor().kind(),
                cause.actor().id(),
                (task == null ? "workflow." : "task.") + name,
                task == null ? null : task.place().agent().value(),
                workflow.id(),
                task == null ? null : task.id(),
                inputs,
                result == null ? List.of() : artifacts(result),
                result == null ? List.<CostRecord>of() : result.cost(),
                detail(workflow, event, task, result));
    }

    private static List<ArtifactRef> artifacts(ProcessingComplete result) {
        return result.outputs().values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, Object> detail(
            Workflow workflow, WorkflowEvent event, @Nullable TaskRun task, @Nullable ProcessingComplete result) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("state", workflow.state().name());
        if (task != null) {
            detail.put("step", task.step());
            detail.put("key", task.place().key());
            detail.put("attempt", ((WorkflowEvent.Report) event).attempt());
        }
        if (result != null) {
            detail.put("facts", result.facts());
            detail.put("metrics", result.metrics());
        }
        if (event instanceof WorkflowEvent.Failed failed) {
            detail.put("category", failed.error().category().name());
            detail.put("code", failed.error().code());
        }
        if (event instanceof WorkflowEvent.Answered answered) {
            detail.put("choice", answered.choice());
        }
        return detail;
    }
}
