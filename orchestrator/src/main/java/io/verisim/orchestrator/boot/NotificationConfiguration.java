package io.verisim.orchestrator.boot;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.verisim.model.id.IdSource;
import io.verisim.orchestrator.credentials.adapter.CredentialsProperties;
import io.verisim.orchestrator.notification.Notifications;
import io.verisim.orchestrator.notification.adapter.Deliveries;
import io.verisim.orchestrator.notification.adapter.NotificationProperties;
import io.verisim.orchestrator.notification.adapter.NotificationsController;
import io.verisim.orchestrator.notification.adapter.PostgresNotifications;
import io.verisim.orchestrator.notification.adapter.Receivers;
import io.verisim.orchestrator.workflow.adapter.timer.JsonSerializer;
import io.verisim.orchestrator.workflow.adapter.timer.TimerLifecycle;
import io.verisim.orchestrator.workflow.application.Transactions;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Who is told of what. Calls to others have timers and threads of their own, so that none of them delays a workflow. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NotificationProperties.class, CredentialsProperties.class})
class NotificationConfiguration {

    private static final String TABLE = "scheduled_calls";
    private static final int THREADS = 3;
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    @Bean
    Deliveries deliveries(
            JdbcClient jdbc,
            IdSource ids,
            NotificationProperties properties,
            CredentialsProperties credentials,
            Clock clock) {
        return new Deliveries(jdbc, ids, new Receivers(properties, credentials), properties, clock);
    }

    @Bean
    Notifications notifications(
            JdbcClient jdbc,
            IdSource ids,
            Transactions transactions,
            Deliveries deliveries,
            DataSource dataSource,
            NotificationProperties properties) {
        SchedulerClient timers = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .serializer(new JsonSerializer())
                .build();
        return new PostgresNotifications(jdbc, ids, transactions, deliveries, timers, properties.quiet());
    }

    @Bean
    TimerLifecycle callLifecycle(
            DataSource dataSource, Deliveries deliveries, OrchestratorProperties properties, Clock clock) {
        Scheduler scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), deliveries.task())
                .tableName(TABLE)
                .clock(clock::instant)
                .serializer(new JsonSerializer())
                .threads(THREADS)
                .pollingInterval(properties.timers().poll())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
        return new TimerLifecycle(scheduler);
    }

    @Bean
    NotificationsController notificationsController(JdbcClient jdbc) {
        return new NotificationsController(jdbc);
    }
}
