package io.verisim.orchestrator.workflow.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.message.ControlAction;
import io.verisim.model.message.RequestInput;
import io.verisim.orchestrator.lifecycle.IllegalTransition;
import io.verisim.orchestrator.lifecycle.LifecycleTable;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkflowDeciderTest {

    private final Rehearsal rehearsal = new Rehearsal(LifecycleTable.standard(), Map.of()).start();

    @Test
    void aWorkflowGoesThroughEveryStageAndCompletes() {
        rehearsal.until(WorkflowState.COMPLETED);
        assertThat(rehearsal.workflow().course().stages())
                .allSatisfy(stage -> assertThat(stage.status(rehearsal.state())).isEqualTo(StageStatus.COMPLETED));
        assertThat(rehearsal.effects(Effect.SaveCheckpoint.class))
                .extracting(Effect.SaveCheckpoint::label)
                .containsExactly("profile", "synthesize", "load:crm", "load:file", "build_tests");
        assertThat(rehearsal.workflow().course().endedAt()).isEqualTo(rehearsal.now());
    }

    @Test
    void aStepFansOutOverFollowUpsAndTheNextWaitsForAllOfThem() {
        rehearsal.until(WorkflowState.SYNTHESIZING);
        rehearsal.complete(rehearsal.task("fit"));
        assertThat(rehearsal.tasks("sample"))
                .extracting(task -> task.place().key())
                .containsExactly("one", "two");
        rehearsal.complete(rehearsal.tasks("sample").get(1));
        assertThat(rehearsal.tasks("evaluate")).isEmpty();
        rehearsal.complete(rehearsal.tasks("sample").get(0));
        assertThat(rehearsal.tasks("evaluate")).hasSize(1);
        Effect.Dispatch evaluate = rehearsal.effects(Effect.Dispatch.class).getLast();
        assertThat(evaluate.order().inputs().get("chunk"))
                .as("in the order of the plan, not of completion")
                .containsExactly(Rehearsal.artifact("chunk-one"), Rehearsal.artifact("chunk-two"));
    }

    @Test
    void aTaskGetsTheSectionOfItsStepAndWhatTheFollowUpAdds() {
        rehearsal.until(WorkflowState.SYNTHESIZING);
        rehearsal.complete(rehearsal.task("fit"));
        assertThat(rehearsal.effects(Effect.Dispatch.class).getLast().order().parameters())
                .containsEntry("rows", 10)
                .containsEntry("index", 2);
        rehearsal.until(WorkflowState.DISTRIBUTING);
        assertThat(rehearsal.effects(Effect.Dispatch.class).getLast().order().parameters())
                .containsEntry("name", "file");
    }

    @Test
    void aBackgroundTaskHoldsUpOnlyTheStepThatTakesItsOutput() {
        rehearsal.until(WorkflowState.SYNTHESIZING);
        rehearsal.complete(rehearsal.task("fit"));
        rehearsal.tasks("sample").forEach(rehearsal::complete);
        TaskRun detect = rehearsal.task("detect");
        rehearsal.complete(rehearsal.task("evaluate"));
        rehearsal.complete(rehearsal.task("gate"));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.DISTRIBUTING);
        rehearsal.tasks("load").forEach(rehearsal::complete);
        rehearsal.complete(rehearsal.task("build_tests"));
        rehearsal.tasks("execute_test").forEach(rehearsal::complete);
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.REPORTING);
        assertThat(rehearsal.tasks("publish_results")).isEmpty();
        rehearsal.complete(detect);
        assertThat(rehearsal.effects(Effect.Dispatch.class).getLast().order().inputs())
                .containsKey("detector");
        rehearsal.until(WorkflowState.COMPLETED);
    }

    @Test
    void theWorkflowGoesOnWithoutAStepThatIsNotCritical() {
        rehearsal.until(WorkflowState.SYNTHESIZING);
        rehearsal.complete(rehearsal.task("fit"));
        rehearsal.tasks("sample").forEach(rehearsal::complete);
        rehearsal.fail(rehearsal.task("detect"), Rehearsal.WRONG);
        assertThat(rehearsal.effects(Effect.KeepError.class).getLast().decision())
                .isEqualTo("The workflow goes on without it.");
        rehearsal.until(WorkflowState.COMPLETED);
        assertThat(rehearsal.task("detect").status()).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void nothingIsDistributedThatTheGateHoldsBackUntilSomebodySkipsIt() {
        rehearsal.until(WorkflowState.SYNTHESIZING);
        rehearsal.complete(rehearsal.task("fit"));
        rehearsal.tasks("sample").forEach(rehearsal::complete);
        rehearsal.complete(rehearsal.task("evaluate"));
        rehearsal.fail(rehearsal.task("gate"), Rehearsal.HELD_BACK);
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.FAILED);
        assertThat(rehearsal.tasks("load")).isEmpty();
        rehearsal.happen(new WorkflowEvent.Skip(Rehearsal.ADA));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.DISTRIBUTING);
        assertThat(rehearsal.tasks("load")).isNotEmpty();
    }

    @Test
    void stagesAreLeftOutByConfiguration() {
        Rehearsal dataOnly = new Rehearsal(
                        LifecycleTable.standard(), Map.of("skipStages", List.of("build_tests", "execute_tests")))
                .start();
        dataOnly.until(WorkflowState.COMPLETED);
        assertThat(dataOnly.tasks("build_tests")).isEmpty();
        assertThat(dataOnly.workflow().course().stages().get(3).status(dataOnly.state()))
                .isEqualTo(StageStatus.SKIPPED);
        assertThat(dataOnly.tasks("publish_results")).hasSize(1);
    }

    @Test
    void aStepWhoseInputNobodyMadeFailsTheWorkflowWithARemedy() {
        Rehearsal broken = new Rehearsal(LifecycleTable.standard(), Map.of("skipStages", List.of("profile"))).start();
        assertThat(broken.state()).isEqualTo(WorkflowState.FAILED);
        Failure failure = Objects.requireNonNull(broken.workflow().course().failure());
        assertThat(failure.detail().code()).isEqualTo("STEP_INPUT_MISSING");
        assertThat(failure.detail().message()).contains("fit", "sensitivity");
        assertThat(broken.effects(Effect.KeepError.class))
                .singleElement()
                .satisfies(kept -> assertThat(kept.step()).isEqualTo("fit"));
    }

    @Test
    void aPauseReachesTasksThatNobodyHasTakenYet() {
        rehearsal.until(WorkflowState.SYNTHESIZING);
        rehearsal.complete(rehearsal.task("fit"));
        rehearsal.accept(rehearsal.tasks("sample").get(0));
        rehearsal.happen(new WorkflowEvent.Pause(Rehearsal.ADA));
        assertThat(rehearsal.effects(Effect.Stop.class)).hasSize(1);
        assertThat(rehearsal.effects(Effect.StopQueued.class))
                .singleElement()
                .satisfies(queued -> assertThat(queued.tasks())
                        .extracting(task -> task.place().key())
                        .containsExactly("two"));
    }

    @Test
    void aPauseStopsTheHoldersAndAResumeSendsTheirTasksAgain() {
        TaskRun profile = rehearsal.task("profile");
        rehearsal.accept(profile);
        rehearsal.happen(new WorkflowEvent.Pause(Rehearsal.ADA));
        assertThat(rehearsal.effects(Effect.Stop.class))
                .singleElement()
                .satisfies(stop -> assertThat(stop.action()).isEqualTo(ControlAction.PAUSE));
        rehearsal.happen(new WorkflowEvent.Resume(Rehearsal.ADA));
        assertThat(rehearsal.task("profile").attempt()).isEqualTo(2);
        assertThat(rehearsal.complete(profile).accepted())
                .as("the result of the first attempt")
                .isFalse();
        rehearsal.until(WorkflowState.COMPLETED);
    }

    @Test
    void whoTakesATaskOfAPausedWorkflowIsStopped() {
        TaskRun profile = rehearsal.task("profile");
        rehearsal.happen(new WorkflowEvent.Pause(Rehearsal.ADA));
        rehearsal.accept(profile);
        assertThat(rehearsal.effects(Effect.Stop.class)).hasSize(1);
        assertThat(rehearsal.task("profile").status()).isEqualTo(TaskStatus.WAITING);
    }

    @Test
    void aResultThatArrivesJustAfterThePauseCountsAndIsNotRepeated() {
        TaskRun profile = rehearsal.task("profile");
        rehearsal.accept(profile);
        rehearsal.happen(new WorkflowEvent.Pause(Rehearsal.ADA));
        assertThat(rehearsal.complete(profile).accepted()).isTrue();
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.PAUSED);
        rehearsal.happen(new WorkflowEvent.Resume(Rehearsal.ADA));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.SYNTHESIZING);
        assertThat(rehearsal.effects(Effect.DispatchAgain.class)).isEmpty();
    }

    @Test
    void aResultCountsOnce() {
        TaskRun profile = rehearsal.task("profile");
        assertThat(rehearsal.complete(profile).accepted()).isTrue();
        Decision twice = rehearsal.complete(profile);
        assertThat(twice.accepted()).isFalse();
        assertThat(twice.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        Effect.Announce.class, line -> assertThat(line.kind()).isEqualTo("late_result"));
        assertThat(rehearsal.tasks("fit")).hasSize(1);
    }

    @Test
    void anAbortEndsEverythingAndCancelsTheHolders() {
        rehearsal.accept(rehearsal.task("profile"));
        rehearsal.happen(new WorkflowEvent.Abort(Rehearsal.ADA));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.ABORTED);
        assertThat(rehearsal.effects(Effect.Stop.class))
                .singleElement()
                .satisfies(stop -> assertThat(stop.action()).isEqualTo(ControlAction.CANCEL));
        assertThatThrownBy(() -> rehearsal.happen(new WorkflowEvent.Resume(Rehearsal.ADA)))
                .isInstanceOf(IllegalTransition.class)
                .hasMessageContaining("ABORTED");
    }

    @Test
    void aQuestionIsWaitedForAndItsAnswerGoesWithTheNextAttempt() {
        TaskRun profile = rehearsal.task("profile");
        rehearsal.accept(profile);
        UUID question = new UUID(7, 7);
        rehearsal.happen(new WorkflowEvent.Asked(profile.id(), 1, question, question("Is 'ref' sensitive?")));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.WAITING_INPUT);
        assertThatThrownBy(() -> rehearsal.happen(new WorkflowEvent.Answered(Rehearsal.ADA, question, "maybe")))
                .hasMessageContaining("[yes, no]");
        rehearsal.happen(new WorkflowEvent.Answered(Rehearsal.ADA, question, "no"));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.PROFILING);
        assertThat(rehearsal.effects(Effect.DispatchAgain.class))
                .singleElement()
                .satisfies(again ->
                        assertThat(again.extra()).isEqualTo(Map.of("answers", Map.of("Is 'ref' sensitive?", "no"))));
        assertThatThrownBy(() -> rehearsal.happen(new WorkflowEvent.Answered(Rehearsal.ADA, question, "no")))
                .isInstanceOf(NoSuchQuestion.class);
    }

    @Test
    void aTaskWithSeveralQuestionsGoesOnAfterTheLastAnswer() {
        TaskRun profile = rehearsal.task("profile");
        rehearsal.accept(profile);
        UUID ref = new UUID(7, 7);
        UUID note = new UUID(7, 8);
        RequestInput aboutRef = question("Is 'ref' sensitive?");
        rehearsal.happen(new WorkflowEvent.Asked(profile.id(), 1, ref, aboutRef));
        rehearsal.happen(new WorkflowEvent.Asked(profile.id(), 1, note, question("Is 'note' sensitive?")));
        assertThat(rehearsal
                        .happen(new WorkflowEvent.Asked(profile.id(), 1, new UUID(7, 9), aboutRef))
                        .accepted())
                .as("the same question from a second delivery")
                .isFalse();

        rehearsal.happen(new WorkflowEvent.Answered(Rehearsal.ADA, note, "yes"));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.WAITING_INPUT);
        assertThat(rehearsal.effects(Effect.DispatchAgain.class)).isEmpty();
        assertThat(rehearsal.effects(Effect.AmendOrder.class))
                .singleElement()
                .satisfies(amend ->
                        assertThat(amend.extra()).isEqualTo(Map.of("answers", Map.of("Is 'note' sensitive?", "yes"))));

        rehearsal.happen(new WorkflowEvent.Answered(Rehearsal.ADA, ref, "no"));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.PROFILING);
        assertThat(rehearsal.effects(Effect.DispatchAgain.class))
                .singleElement()
                .satisfies(again ->
                        assertThat(again.extra()).isEqualTo(Map.of("answers", Map.of("Is 'ref' sensitive?", "no"))));
    }

    private static RequestInput question(String text) {
        return new RequestInput(text, Map.of(), List.of("yes", "no"), "yes", Rehearsal.START);
    }

    @Test
    void theTaskOfALostAgentIsTriedAgainElsewhere() {
        TaskRun profile = rehearsal.task("profile");
        rehearsal.accept(profile);
        rehearsal.happen(new WorkflowEvent.HolderLost(profile.id(), 1, "someone-else"));
        assertThat(rehearsal.task("profile").status()).isEqualTo(TaskStatus.RUNNING);
        rehearsal.happen(new WorkflowEvent.HolderLost(profile.id(), 1, "data-processor-1"));
        assertThat(rehearsal.state()).isEqualTo(WorkflowState.WAITING_RETRY);
        assertThat(rehearsal.effects(Effect.KeepError.class).getLast().error().code())
                .isEqualTo("AGENT_LOST");
        rehearsal.happen(new WorkflowEvent.RetryDue(profile.id(), 1));
        assertThat(rehearsal.task("profile").attempt()).isEqualTo(2);
    }

    @Test
    void aWorkflowWithoutTargetsPassesTheStageThatLoadsThem() {
        Rehearsal none = new Rehearsal(LifecycleTable.standard(), Map.of("targets", List.of())).start();
        none.until(WorkflowState.COMPLETED);
        assertThat(none.tasks("load")).isEmpty();
    }
}
