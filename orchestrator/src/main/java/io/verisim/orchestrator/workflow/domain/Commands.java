package io.verisim.orchestrator.workflow.domain;

import io.verisim.orchestrator.lifecycle.Trigger;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.util.List;
import java.util.Map;

/** What follows from commands. */
final class Commands {

    private final Progression progression;

    Commands(Progression progression) {
        this.progression = progression;
    }

    void apply(WorkflowEvent.Command command) {
        switch (command) {
            case WorkflowEvent.Start start -> {
                progression.fire(Trigger.START);
                progression.begin();
            }
            case WorkflowEvent.Pause pause -> {
                progression.fire(Trigger.PAUSE);
                progression.hold("The workflow was paused by " + pause.actor().id() + ".");
                progression.add(new Effect.SaveCheckpoint("paused"));
            }
            case WorkflowEvent.Resume resume -> goOn(Trigger.RESUME);
            case WorkflowEvent.Retry retry ->
                goOn(progression.state() == WorkflowState.PAUSED ? Trigger.RESUME : Trigger.RETRY);
            case WorkflowEvent.Abort abort -> {
                progression.fire(Trigger.ABORT);
                progression.drop(
                        task -> true,
                        "The workflow was aborted by " + abort.actor().id() + ".");
                progression.end();
            }
            case WorkflowEvent.Skip skip -> skip(skip);
            case WorkflowEvent.Answered answered -> answer(answered);
        }
    }

    private void goOn(Trigger trigger) {
        progression.fire(trigger);
        progression.cured();
        progression.sendHeldAgain();
    }

    private void skip(WorkflowEvent.Skip skip) {
        if (!progression.state().isWorking()) {
            progression.fire(Trigger.SKIP);
            progression.cured();
        }
        String stage = progression.currentStage().name();
        progression.drop(
                task -> task.place().stage().equals(stage),
                "The stage was left out by " + skip.actor().id() + ".");
        progression.leave(Trigger.STAGE_SKIPPED, true);
        progression.sendHeldAgain();
    }

    private void answer(WorkflowEvent.Answered answered) {
        if (progression.state() != WorkflowState.WAITING_INPUT
                && !progression.state().isWorking()) {
            progression.fire(Trigger.ANSWER);
        }
        Question question = progression.questions().remove(answered.question());
        TaskRun task = question == null ? null : progression.task(question.task());
        if (question == null || task == null) {
            throw new NoSuchQuestion(answered.question());
        }
        List<String> choices = question.request().choices();
        if (!choices.contains(answered.choice())) {
            throw new IllegalArgumentException("The answer is one of " + choices);
        }
        progression.add(new Effect.CloseQuestion(question.id(), answered.choice(), answered.actor()));
        progression.tell(
                "answer",
                Effect.Level.INFO,
                task,
                answered.actor().id() + " answered: " + answered.choice(),
                Map.of("question", question.id().toString(), "choice", answered.choice()));
        Map<String, Object> answers =
                Map.of("answers", Map.of(question.request().question(), answered.choice()));
        if (progression.asks(task)) {
            progression.add(new Effect.AmendOrder(task, answers));
        } else {
            progression.sendAgain(task.again(0), answers);
        }
    }
}
