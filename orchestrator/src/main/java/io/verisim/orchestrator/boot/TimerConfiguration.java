package io.verisim.orchestrator.boot;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.verisim.orchestrator.checkpoint.adapter.CheckpointCopier;
import io.verisim.orchestrator.checkpoint.adapter.PostgresCheckpoints;
import io.verisim.orchestrator.messaging.adapter.postgres.PostgresInbox;
import io.verisim.orchestrator.messaging.adapter.postgres.PostgresOutbox;
import io.verisim.orchestrator.workflow.adapter.postgres.StartRequests;
import io.verisim.orchestrator.workflow.adapter.timer.DbSchedulerTimers;
import io.verisim.orchestrator.workflow.adapter.timer.JsonSerializer;
import io.verisim.orchestrator.workflow.adapter.timer.TimerLifecycle;
import io.verisim.orchestrator.workflow.adapter.timer.TimerTasks;
import io.verisim.orchestrator.workflow.application.Housekeeping;
import io.verisim.orchestrator.workflow.application.Timers;
import io.verisim.orchestrator.workflow.application.WorkflowEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Timers, kept in the orchestrators' database and carried out by whichever orchestrator comes first. */
@Configuration(proxyBeanMethods = false)
class TimerConfiguration {

    private static final int THREADS = 4;
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration SHUTDOWN = Duration.ofSeconds(2);
    private static final Duration COPY_EVERY = Duration.ofSeconds(10);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    @Bean
    TimerTasks timerTasks(ObjectProvider<WorkflowEngine> engine) {
        return new TimerTasks(engine::getObject);
    }

    @Bean
    Timers timers(DataSource dataSource, TimerTasks tasks) {
        SchedulerClient client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .serializer(new JsonSerializer())
                .build();
        return new DbSchedulerTimers(client, tasks);
    }

    @Bean
    TimerLifecycle timerLifecycle(
            DataSource dataSource,
            TimerTasks tasks,
            List<RecurringTask<?>> recurring,
            OrchestratorProperties properties,
            Clock clock) {
        SchedulerBuilder scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks.oneTime())
                .startTasks(recurring)
                .threads(THREADS);
        return new TimerLifecycle(shared(scheduler, properties, clock).build());
    }

    /** What holds for every scheduler: another orchestrator carries out what one that is gone had begun. */
    static SchedulerBuilder shared(SchedulerBuilder scheduler, OrchestratorProperties properties, Clock clock) {
        return scheduler
                .clock(clock::instant)
                .serializer(new JsonSerializer())
                .pollingInterval(properties.timers().poll())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN);
    }

    @Bean
    RecurringTask<?> lostAgents(Housekeeping housekeeping, OrchestratorProperties properties) {
        Duration silence = properties.agents().lostAfter();
        return TimerTasks.recurring(
                "lost-agents", silence.dividedBy(4), () -> housekeeping.takeBackFromTheLost(silence));
    }

    @Bean
    RecurringTask<?> forgotten(
            Housekeeping housekeeping,
            PostgresOutbox outbox,
            PostgresInbox inbox,
            StartRequests requests,
            OrchestratorProperties properties,
            Clock clock) {
        OrchestratorProperties.Keep keep = properties.keep();
        return TimerTasks.recurring("forgotten", FORGET_EVERY, () -> {
            housekeeping.forgetTheGone(keep.goneAgents());
            Instant before = clock.instant().minus(keep.messages());
            outbox.forget(before);
            inbox.forget(before);
            requests.forget(before);
        });
    }

    @Bean
    RecurringTask<?> periodicCheckpoints(
            Housekeeping housekeeping,
            PostgresCheckpoints checkpoints,
            OrchestratorProperties properties,
            Clock clock) {
        Duration every = properties.checkpoints().every();
        return TimerTasks.recurring(
                "periodic-checkpoints",
                every.dividedBy(10),
                () -> checkpoints.due(clock.instant().minus(every)).forEach(housekeeping::checkpoint));
    }

    @Bean
    RecurringTask<?> checkpointCopies(CheckpointCopier copier) {
        return TimerTasks.recurring("checkpoint-copies", COPY_EVERY, copier::run);
    }
}
