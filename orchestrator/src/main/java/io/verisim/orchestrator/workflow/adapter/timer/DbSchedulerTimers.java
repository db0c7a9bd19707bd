package io.verisim.orchestrator.workflow.adapter.timer;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.workflow.application.Timers;
import io.verisim.orchestrator.workflow.domain.Question;
import io.verisim.orchestrator.workflow.domain.TaskRun;
import java.time.Instant;

/** Timers of db-scheduler, in the same database and transaction. */
public final class DbSchedulerTimers implements Timers {

    private final SchedulerClient client;
    private final OneTimeTask<TimerTasks.Retry> retry;
    private final OneTimeTask<TimerTasks.DefaultAnswer> defaultAnswer;

    public DbSchedulerTimers(SchedulerClient client, TimerTasks tasks) {
        this.client = client;
        this.retry = tasks.retry();
        this.defaultAnswer = tasks.defaultAnswer();
    }

    @Override
    public void retry(WorkflowId workflow, TaskRun task, Instant at) {
        TimerTasks.Retry data = new TimerTasks.Retry(workflow, task.id(), task.attempt());
        client.scheduleIfNotExists(retry.instance(task.id() + ":" + task.attempt(), data), at);
    }

    @Override
    public void defaultAnswer(WorkflowId workflow, Question question, Instant at) {
        TimerTasks.DefaultAnswer data = new TimerTasks.DefaultAnswer(
                workflow, question.id(), question.request().defaultChoice());
        client.scheduleIfNotExists(defaultAnswer.instance(question.id().toString(), data), at);
    }
}
