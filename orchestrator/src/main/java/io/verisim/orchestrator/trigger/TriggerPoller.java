package io.verisim.orchestrator.trigger;

import io.verisim.model.error.VerisimException;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.configuration.WorkflowConfiguration;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.workflow.application.Transactions;
import io.verisim.orchestrator.workflow.application.WorkflowEngine;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.Workflow;
import io.verisim.orchestrator.workflow.domain.WorkflowOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks for issues and starts one workflow for those that are new or have changed. The trigger is locked, and what was seen
 * is kept in the transaction that starts the workflow: a poll that is killed has started nothing, one that has started
 * something is not repeated.
 */
public final class TriggerPoller {

    /** What a workflow itself writes into its issues must not start the next one; clocks differ a little. */
    private static final Duration OWN_CHANGES = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final TriggerBook book;
    private final IssueSearch issues;
    private final WorkflowEngine engine;
    private final Making making;
    private final Clock clock;

    /** What workflows are made of. */
    public record Making(Pipeline pipeline, IdSource ids) {}

    public TriggerPoller(
            Transactions transactions,
            TriggerBook book,
            IssueSearch issues,
            WorkflowEngine engine,
            Making making,
            Clock clock) {
        this.transactions = transactions;
        this.book = book;
        this.issues = issues;
        this.engine = engine;
        this.making = making;
        this.clock = clock;
    }

    /** Polls every trigger that is due. */
    public void pollAllDue() {
        boolean more = true;
        while (more) {
            more = transactions.inOne(() -> {
                Instant now = clock.instant();
                return book.lockDue(now)
                        .map(trigger -> {
                            poll(trigger, now);
                            return true;
                        })
                        .orElse(false);
            });
        }
    }

    private void poll(Trigger trigger, Instant now) {
        TriggerBook.LastRun last = book.lastRun(trigger).orElse(null);
        if (last != null && last.endedAt() == null) {
            book.polled(trigger, null, "It waits for the end of workflow " + trigger.lastWorkflow() + ".", now);
            return;
        }
        List<FoundIssue> found;
        try {
            found = issues.find(trigger.order().credentials(), trigger.order().jql());
        } catch (VerisimException e) {
            book.polled(trigger, null, e.detail().message() + " " + e.detail().remedy(), now);
            return;
        }
        Map<String, TriggerBook.Seen> seen = book.seen(trigger.id());
        List<FoundIssue> fresh = new ArrayList<>();
        Map<String, TriggerBook.Seen> keep = new LinkedHashMap<>();
        for (FoundIssue issue : found) {
            TriggerBook.Seen before = seen.get(issue.key());
            if (before != null && !issue.updated().isAfter(before.updated())) {
                continue;
            }
            if (before != null && isOwnChange(issue, before, trigger, last)) {
                keep.put(issue.key(), new TriggerBook.Seen(issue.updated(), before.workflow()));
            } else {
                fresh.add(issue);
            }
        }
        WorkflowId started = fresh.isEmpty() ? null : start(trigger, fresh, now);
        fresh.forEach(issue -> keep.put(issue.key(), new TriggerBook.Seen(issue.updated(), started)));
        book.keepSeen(trigger.id(), keep);
        book.polled(trigger, started, null, now);
    }

    private static boolean isOwnChange(
            FoundIssue issue, TriggerBook.Seen before, Trigger trigger, TriggerBook.@Nullable LastRun last) {
        Instant endedAt = last == null ? null : last.endedAt();
        return endedAt != null
                && before.workflow() != null
                && before.workflow().equals(trigger.lastWorkflow())
                && !issue.updated().isAfter(endedAt.plus(OWN_CHANGES));
    }

    private WorkflowId start(Trigger trigger, List<FoundIssue> batch, Instant now) {
        String account = batch.stream()
                .map(FoundIssue::account)
                .filter(known -> known != null && !known.isBlank())
                .findFirst()
                .orElse("trigger " + trigger.name());
        WorkflowId id = new WorkflowId(making.ids().next());
        WorkflowConfiguration configuration = narrowed(trigger.order().configuration(), batch);
        WorkflowOrder order = new WorkflowOrder(
                id,
                String.valueOf(configuration.document().getOrDefault("project", "default")),
                configuration,
                trigger.order().source(),
                new Actor("jira", account),
                now);
        engine.start(Workflow.created(order, making.pipeline()));
        return id;
    }

    /** The configuration with the issues of the batch in place of its own query for scenarios. */
    private static WorkflowConfiguration narrowed(WorkflowConfiguration configuration, List<FoundIssue> batch) {
        Map<String, Object> tests = configuration.section("tests");
        if (!(tests.get("jira") instanceof Map<?, ?> given)) {
            return configuration;
        }
        Map<String, Object> jira = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (value != null) {
                jira.put(String.valueOf(name), value);
            }
        });
        String keys = batch.stream().map(FoundIssue::key).sorted().collect(Collectors.joining(", "));
        jira.put("jql", "key in (" + keys + ") ORDER BY key ASC");
        tests.put("jira", jira);
        Map<String, Object> document = new LinkedHashMap<>(configuration.document());
        document.put("tests", tests);
        return new WorkflowConfiguration(document);
    }
}
