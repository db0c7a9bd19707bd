package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import io.verisim.orchestrator.lifecycle.Trigger;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.Stage;
import io.verisim.orchestrator.pipeline.Step;
import java.util.Map;

/** Lets everything begin that can, and brings the state into line with what the tasks do. */
final class Advance {

    private final Progression progression;
    private final Pipeline pipeline;
    private final StepPlanner planner;

    Advance(Progression progression, StepPlanner planner) {
        this.progression = progression;
        this.pipeline = progression.pipeline();
        this.planner = planner;
    }

    void proceed() {
        if (progression.state() == WorkflowState.WAITING_RETRY
                && (progression.anyInFlight() || !progression.anyWaits(WaitReason.RETRY))) {
            progression.fire(Trigger.RETRY_DUE);
        }
        if (progression.state() == WorkflowState.WAITING_INPUT
                && (progression.anyInFlight() || progression.questions().isEmpty())) {
            progression.fire(Trigger.ANSWER);
        }
        while (progression.state().isWorking() && advance()) {
            // one stage after the other
        }
        if (progression.state().isWorking() && !progression.anyInFlight()) {
            rest();
        }
    }

    private void rest() {
        if (!progression.questions().isEmpty()) {
            progression.fire(Trigger.ASK);
        } else if (progression.anyWaits(WaitReason.RETRY)) {
            progression.fire(Trigger.BACK_OFF);
        }
    }

    /** Makes the tasks that can be made; true where the stage was left. */
    private boolean advance() {
        Stage stage = progression.currentStage();
        if (progression.currentRun().startedAt() == null) {
            if (progression.order().configuration().skipStages().contains(stage.name())) {
                progression.leave(Trigger.STAGE_SKIPPED, true);
                return true;
            }
            progression.enter();
        }
        for (Step step : stage.steps()) {
            if (!progression.isPlanned(step) && !(awaitedAreSettled(step) && plan(stage, step))) {
                return false;
            }
            if (!step.background() && !progression.isSettled(step)) {
                return false;
            }
        }
        boolean last = stage.equals(pipeline.stages().getLast());
        if (last && !pipeline.steps().stream().allMatch(progression::isSettled)) {
            return false;
        }
        progression.leave(Trigger.STAGE_COMPLETED, false);
        return true;
    }

    private boolean awaitedAreSettled(Step step) {
        return pipeline.awaitedBy(step).stream().allMatch(progression::isSettled);
    }

    private boolean plan(Stage stage, Step step) {
        try {
            progression.plan(
                    step, planner.plan(progression.order(), stage, step, progression.outputs(), progression.now()));
            return true;
        } catch (VerisimException e) {
            ErrorDetail detail = e.detail();
            progression.tell(
                    "workflow_failed", Effect.Level.ERROR, null, detail.message(), Map.of("code", detail.code()));
            progression.add(new Effect.KeepError(
                    stage.name(), step.name(), stage.agent(), null, detail, "The configuration must change first."));
            progression.stop(
                    Trigger.FAIL,
                    new Failure(
                            detail,
                            stage.name(),
                            step.name(),
                            null,
                            0,
                            "The configuration must change first.",
                            progression.now()));
            progression.add(new Effect.SaveCheckpoint("failed"));
            return false;
        }
    }
}
