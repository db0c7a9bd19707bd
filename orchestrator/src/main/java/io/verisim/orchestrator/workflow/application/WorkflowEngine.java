package io.verisim.orchestrator.workflow.application;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.events.EventHub;
import io.verisim.orchestrator.messaging.Relay;
import io.verisim.orchestrator.workflow.domain.Decision;
import io.verisim.orchestrator.workflow.domain.Outputs;
import io.verisim.orchestrator.workflow.domain.Workflow;
import io.verisim.orchestrator.workflow.domain.WorkflowDecider;
import io.verisim.orchestrator.workflow.domain.WorkflowEvent;
import java.time.Clock;
import java.time.Instant;

/**
 * Lets events happen to workflows. State, tasks, log, audit entry and outgoing messages of one event commit in one
 * transaction; sending happens after it.
 */
public final class WorkflowEngine {

    private final Transactions transactions;
    private final Workflows workflows;
    private final WorkflowDecider decider;
    private final DecisionRecorder recorder;
    private final Wake wake;
    private final Clock clock;

    /** Whom to wake after a commit. */
    public record Wake(Relay relay, EventHub hub) {}

    public WorkflowEngine(
            Transactions transactions,
            Workflows workflows,
            WorkflowDecider decider,
            DecisionRecorder recorder,
            Wake wake,
            Clock clock) {
        this.transactions = transactions;
        this.workflows = workflows;
        this.decider = decider;
        this.recorder = recorder;
        this.wake = wake;
        this.clock = clock;
    }

    /** Keeps a new workflow and starts it. */
    public Decision start(Workflow created) {
        return transactions.inOne(() -> {
            workflows.create(created);
            return decide(
                    created,
                    new WorkflowEvent.Start(created.order().actor()),
                    Cause.by(created.order().actor()));
        });
    }

    /**
     * Lets an event happen.
     *
     * @throws NoSuchWorkflow where there is none of this id
     * @throws io.verisim.orchestrator.lifecycle.IllegalTransition where a command is illegal in the present state
     */
    public Decision handle(WorkflowId id, WorkflowEvent event, Cause cause) {
        return transactions.inOne(() -> {
            Workflow workflow = workflows.lock(id).orElseThrow(() -> new NoSuchWorkflow(id));
            return decide(workflow, event, cause);
        });
    }

    private Decision decide(Workflow before, WorkflowEvent event, Cause cause) {
        Instant now = clock.instant();
        Outputs outputs = decider.needsOutputs(before, event) ? workflows.outputs(before.id()) : Outputs.none();
        Decision decision = decider.decide(before, outputs, event, now);
        workflows.save(before, decision);
        boolean anythingToSend = recorder.record(decision, event, cause, now);
        transactions.afterCommit(() -> {
            if (anythingToSend) {
                wake.relay().wake();
            }
            wake.hub().wake(before.id());
        });
        return decision;
    }
}
