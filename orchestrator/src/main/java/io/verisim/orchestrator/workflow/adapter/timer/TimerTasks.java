package io.verisim.orchestrator.workflow.adapter.timer;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.lifecycle.IllegalTransition;
import io.verisim.orchestrator.workflow.application.Cause;
import io.verisim.orchestrator.workflow.application.NoSuchWorkflow;
import io.verisim.orchestrator.workflow.application.WorkflowEngine;
import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.NoSuchQuestion;
import io.verisim.orchestrator.workflow.domain.WorkflowEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What timers do when their time has come. */
public final class TimerTasks {

    private static final Logger LOG = LoggerFactory.getLogger(TimerTasks.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Supplier<WorkflowEngine> engine;

    /** Takes the engine when it is first needed, since the engine needs timers. */
    public TimerTasks(Supplier<WorkflowEngine> engine) {
        this.engine = engine;
    }

    record Retry(WorkflowId workflow, TaskId task, int attempt) {}

    record DefaultAnswer(WorkflowId workflow, UUID question, String choice) {}

    OneTimeTask<Retry> retry() {
        return Tasks.oneTime("retry", Retry.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .execute((instance, context) -> {
                    Retry due = instance.getData();
                    handle(due.workflow(), new WorkflowEvent.RetryDue(due.task(), due.attempt()));
                });
    }

    OneTimeTask<DefaultAnswer> defaultAnswer() {
        return Tasks.oneTime("default-answer", DefaultAnswer.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .execute((instance, context) -> {
                    DefaultAnswer due = instance.getData();
                    handle(due.workflow(), new WorkflowEvent.Answered(Actor.SYSTEM, due.question(), due.choice()));
                });
    }

    private void handle(WorkflowId workflow, WorkflowEvent event) {
        try {
            engine.get().handle(workflow, event, Cause.by(Actor.SYSTEM));
        } catch (NoSuchWorkflow | NoSuchQuestion | IllegalTransition e) {
            LOG.info("A timer comes too late and does nothing: {}", e.getMessage());
        }
    }

    /** The one-time tasks that the scheduler must know. */
    public List<Task<?>> oneTime() {
        return List.of(retry(), defaultAnswer());
    }

    /** Work that is done again and again by whichever orchestrator comes first. */
    public static RecurringTask<Void> recurring(String name, Duration delay, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(delay)).execute((instance, context) -> work.run());
    }
}
