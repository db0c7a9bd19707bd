package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.message.ControlAction;
import io.verisim.orchestrator.lifecycle.Trigger;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.util.Map;

/** What follows from what agents tell; false where it came late, twice or for nothing. */
final class Reports {

    private final Progression progression;
    private final RetryPolicy retries;

    Reports(Progression progression, RetryPolicy retries) {
        this.progression = progression;
        this.retries = retries;
    }

    boolean apply(WorkflowEvent.Report report) {
        TaskRun task = progression.task(report.task());
        if (task == null) {
            return false;
        }
        return switch (report) {
            case WorkflowEvent.Accepted accepted -> accepted(task, accepted);
            case WorkflowEvent.Completed completed ->
                awaits(task, completed) ? completed(task, completed) : late(task, report);
            case WorkflowEvent.Failed failed ->
                awaits(task, failed) ? failed(task, failed.error()) : late(task, report);
            case WorkflowEvent.Asked asked ->
                awaits(task, asked) || asksMore(task, asked) ? asked(task, asked) : late(task, report);
            case WorkflowEvent.RetryDue due -> retryDue(task, due);
            case WorkflowEvent.HolderLost lost -> holderLost(task, lost);
        };
    }

    /** A result counts for the present attempt only, and once; also when the workflow rests meanwhile. */
    private static boolean awaits(TaskRun task, WorkflowEvent.Report report) {
        return report.attempt() == task.attempt() && (task.status().isInFlight() || task.waiting() == WaitReason.HELD);
    }

    /** Another question of the attempt that waits; the same one again is that of a second delivery. */
    private boolean asksMore(TaskRun task, WorkflowEvent.Asked asked) {
        return task.waiting() == WaitReason.INPUT
                && asked.attempt() == task.attempt()
                && progression.questions().values().stream()
                        .filter(open -> open.task().equals(task.id()))
                        .noneMatch(open ->
                                open.request().question().equals(asked.request().question()));
    }

    private boolean late(TaskRun task, WorkflowEvent.Report report) {
        progression.tell(
                "late_result",
                Effect.Level.WARNING,
                task,
                "A " + report.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + " of attempt "
                        + report.attempt() + " at " + label(task) + " came late or twice and is ignored.",
                Map.of("attempt", report.attempt(), "present", task.attempt()));
        return false;
    }

    private boolean accepted(TaskRun task, WorkflowEvent.Accepted accepted) {
        boolean present = accepted.attempt() == task.attempt();
        if (present && task.status().isInFlight()) {
            progression.put(task.accepted(accepted.instance(), progression.now()));
            if (task.status() == TaskStatus.PENDING) {
                progression.tell(
                        "task_started",
                        Effect.Level.INFO,
                        task,
                        accepted.instance() + " begins with " + label(task) + ".",
                        Map.of("attempt", task.attempt(), "instance", accepted.instance()));
            }
            return true;
        }
        boolean unwanted = task.waiting() == WaitReason.HELD || task.status() == TaskStatus.SKIPPED;
        if (!present || unwanted) {
            progression.add(new Effect.Stop(
                    task,
                    accepted.attempt(),
                    accepted.instance(),
                    ControlAction.CANCEL,
                    "Nobody waits for this attempt any more."));
        }
        return false;
    }

    private boolean completed(TaskRun task, WorkflowEvent.Completed completed) {
        TaskRun done = task.settled(TaskStatus.DONE, null, progression.now());
        progression.put(done);
        progression.yielded(new Outputs.Output(
                task.step(),
                task.place().ordinal(),
                completed.result().outputs(),
                completed.result().followUps()));
        progression.add(new Effect.KeepResult(done, completed.result()));
        progression.tell(
                "task_completed",
                Effect.Level.INFO,
                done,
                label(done) + " is done.",
                Map.of("attempt", done.attempt(), "metrics", completed.result().metrics()));
        if (progression.pipeline().step(task.step()).checkpoint()) {
            progression.add(
                    new Effect.SaveCheckpoint(task.step() + ":" + task.place().key()));
        }
        return true;
    }

    private boolean failed(TaskRun task, ErrorDetail error) {
        RetryPolicy.Verdict verdict = retries.judge(error, task.retries(), task.batchDivisor());
        boolean critical = WorkflowDecider.isCritical(progression.pipeline(), task);
        boolean goesOn = progression.state().isWorking()
                || progression.state() == WorkflowState.WAITING_RETRY
                || progression.state() == WorkflowState.WAITING_INPUT;
        boolean again = verdict instanceof RetryPolicy.Verdict.Again || verdict instanceof RetryPolicy.Verdict.Smaller;
        String sentence = !critical && !again
                ? "The workflow goes on without it."
                : goesOn ? verdict.sentence() : "Tried again when the workflow goes on.";
        progression.add(Effect.KeepError.of(task, error, sentence));
        progression.tell(
                "task_failed",
                critical && !again ? Effect.Level.ERROR : Effect.Level.WARNING,
                task,
                label(task) + " failed: " + error.message() + " " + sentence,
                Map.of(
                        "category", error.category().name(),
                        "code", error.code(),
                        "remedy", error.remedy(),
                        "attempt", task.attempt()));
        if (goesOn && verdict instanceof RetryPolicy.Verdict.Again later) {
            TaskRun waits = task.waiting(WaitReason.RETRY, error);
            progression.put(waits);
            progression.add(new Effect.ScheduleRetry(waits, progression.now().plus(later.delay())));
            return true;
        }
        if (goesOn && verdict instanceof RetryPolicy.Verdict.Smaller smaller) {
            progression.sendAgain(task.againInBatchesOver(smaller.divisor(), error), smaller.parameters());
            return true;
        }
        TaskRun failed = task.settled(TaskStatus.FAILED, error, progression.now());
        progression.put(failed);
        if (critical && goesOn) {
            stop(failed, error, verdict);
        }
        return true;
    }

    private void stop(TaskRun task, ErrorDetail error, RetryPolicy.Verdict verdict) {
        Failure failure = new Failure(
                error,
                task.place().stage(),
                task.step(),
                task.id(),
                task.attempt(),
                verdict.sentence(),
                progression.now());
        boolean pauses = !(verdict instanceof RetryPolicy.Verdict.Fail);
        progression.stop(pauses ? Trigger.PAUSE : Trigger.FAIL, failure);
        if (pauses) {
            progression.hold("The workflow was paused by an error.");
        }
        progression.add(new Effect.SaveCheckpoint(pauses ? "paused" : "failed"));
    }

    private boolean asked(TaskRun task, WorkflowEvent.Asked asked) {
        Question question = new Question(asked.question(), task.id(), asked.attempt(), asked.request());
        progression.put(task.waiting(WaitReason.INPUT, null));
        progression.questions().put(question.id(), question);
        progression.add(new Effect.KeepQuestion(question));
        progression.add(new Effect.ScheduleDefault(question, asked.request().deadline()));
        progression.tell(
                "question",
                Effect.Level.WARNING,
                task,
                asked.request().question(),
                Map.of(
                        "question", question.id().toString(),
                        "choices", asked.request().choices(),
                        "defaultChoice", asked.request().defaultChoice(),
                        "deadline", asked.request().deadline().toString()));
        return true;
    }

    private boolean retryDue(TaskRun task, WorkflowEvent.RetryDue due) {
        boolean goesOn = progression.state().isWorking()
                || progression.state() == WorkflowState.WAITING_RETRY
                || progression.state() == WorkflowState.WAITING_INPUT;
        if (!goesOn || task.waiting() != WaitReason.RETRY || due.attempt() != task.attempt()) {
            return false;
        }
        TaskRun next = task.again(task.retries() + 1);
        progression.sendAgain(next, Map.of());
        progression.tell(
                "task_retry",
                Effect.Level.INFO,
                next,
                label(next) + " is tried again (attempt " + next.attempt() + ").",
                Map.of("attempt", next.attempt()));
        return true;
    }

    private boolean holderLost(TaskRun task, WorkflowEvent.HolderLost lost) {
        if (task.status() != TaskStatus.RUNNING
                || lost.attempt() != task.attempt()
                || !lost.instance().equals(task.instance())) {
            return false;
        }
        return failed(
                task,
                ErrorDetail.of(
                        ErrorCategory.TRANSIENT,
                        "AGENT_LOST",
                        "Agent instance " + lost.instance() + " has not been heard of for too long.",
                        "Start the agent '" + task.place().agent() + "' again if it does not come back by itself."));
    }

    private static String label(TaskRun task) {
        String key = task.place().key();
        return key.equals(task.step()) ? task.step() : task.step() + " " + key;
    }
}
