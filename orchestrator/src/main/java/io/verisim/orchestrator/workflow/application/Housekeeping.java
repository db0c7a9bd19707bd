package io.verisim.orchestrator.workflow.application;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.catalogue.Catalogue;
import io.verisim.orchestrator.catalogue.Hearing;
import io.verisim.orchestrator.catalogue.HeldTask;
import io.verisim.orchestrator.checkpoint.Checkpoints;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.WorkflowEvent;
import java.time.Clock;
import java.time.Duration;

/** What is looked after from time to time. */
public final class Housekeeping {

    private final Transactions transactions;
    private final Catalogue catalogue;
    private final Hearing hearing;
    private final WorkflowEngine engine;
    private final Workflows workflows;
    private final Checkpoints checkpoints;
    private final Clock clock;

    public Housekeeping(
            Transactions transactions,
            Catalogue catalogue,
            Hearing hearing,
            WorkflowEngine engine,
            Workflows workflows,
            Checkpoints checkpoints,
            Clock clock) {
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.hearing = hearing;
        this.engine = engine;
        this.workflows = workflows;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** Takes back the tasks of instances that have been silent for too long, while they would have been heard. */
    public void takeBackFromTheLost(Duration silence) {
        if (!hearing.wasUnbroken(silence)) {
            return;
        }
        for (HeldTask held : catalogue.lose(clock.instant().minus(silence))) {
            engine.handle(
                    held.workflow(),
                    new WorkflowEvent.HolderLost(held.task(), held.attempt(), held.instance()),
                    Cause.by(Actor.SYSTEM));
        }
    }

    /** Forgets agent instances that have been gone for so long and hold nothing. */
    public void forgetTheGone(Duration after) {
        catalogue.forget(clock.instant().minus(after));
    }

    /** Takes a checkpoint of a workflow that has gone without one for long. */
    public void checkpoint(WorkflowId id) {
        transactions.inOne(() -> {
            workflows
                    .lock(id)
                    .filter(workflow -> !workflow.state().isFinal())
                    .ifPresent(workflow -> checkpoints.save(workflow, "periodic", Actor.SYSTEM, clock.instant()));
            return true;
        });
    }
}
