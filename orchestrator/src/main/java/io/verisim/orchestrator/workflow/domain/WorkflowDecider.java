package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.id.IdSource;
import io.verisim.orchestrator.lifecycle.IllegalTransition;
import io.verisim.orchestrator.lifecycle.Lifecycle;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.Step;
import java.time.Instant;

/**
 * Decides what follows from an event. Does no I/O: the same workflow, outputs, event and time give the same decision, but
 * for the identifiers of new tasks.
 */
public final class WorkflowDecider {

    private final Pipeline pipeline;
    private final Lifecycle lifecycle;
    private final RetryPolicy retries;
    private final StepPlanner planner;

    public WorkflowDecider(Pipeline pipeline, Lifecycle lifecycle, RetryPolicy retries, IdSource ids) {
        this.pipeline = pipeline;
        this.lifecycle = lifecycle;
        this.retries = retries;
        this.planner = new StepPlanner(pipeline, ids);
    }

    /**
     * Whether the decision needs what earlier tasks yielded: only where the event can let another step begin, so that a
     * step of a thousand tasks is not read a thousand times.
     */
    public boolean needsOutputs(Workflow workflow, WorkflowEvent event) {
        return switch (event) {
            case WorkflowEvent.Completed done -> settlesItsStep(workflow, done);
            case WorkflowEvent.Failed failed ->
                workflow.task(failed.task())
                        .filter(task -> !pipeline.step(task.step()).critical())
                        .isPresent();
            case WorkflowEvent.Resume e -> true;
            case WorkflowEvent.Retry e -> true;
            case WorkflowEvent.Skip e -> true;
            case WorkflowEvent.Answered e -> true;
            default -> workflow.state().isResting();
        };
    }

    private static boolean settlesItsStep(Workflow workflow, WorkflowEvent.Completed done) {
        String step = workflow.task(done.task()).map(TaskRun::step).orElse("");
        return workflow.tasks().stream()
                .filter(task -> task.step().equals(step) && !task.id().equals(done.task()))
                .allMatch(task -> task.status().isSettled() || task.status() == TaskStatus.FAILED);
    }

    /**
     * Decides.
     *
     * @param outputs what finished tasks yielded; may be none where {@link #needsOutputs} says so
     * @throws IllegalTransition where a command is illegal in the present state
     */
    public Decision decide(Workflow workflow, Outputs outputs, WorkflowEvent event, Instant now) {
        Progression progression = new Progression(workflow, outputs, pipeline, lifecycle, now);
        boolean accepted = switch (event) {
            case WorkflowEvent.Command command -> {
                new Commands(progression).apply(command);
                yield true;
            }
            case WorkflowEvent.Report report -> new Reports(progression, retries).apply(report);
        };
        if (accepted) {
            new Advance(progression, planner).proceed();
        }
        return progression.decision(accepted);
    }

    /** Whether the failure of a task stops its workflow. */
    static boolean isCritical(Pipeline pipeline, TaskRun task) {
        Step step = pipeline.step(task.step());
        return step.critical();
    }
}
