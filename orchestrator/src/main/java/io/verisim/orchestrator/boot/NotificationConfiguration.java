package io.verisim.orchestrator.boot;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
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
        SchedulerBuilder scheduler = Scheduler.create(
                        new TransactionAwareDataSourceProxy(dataSource), deliveries.task())
                .tableName(TABLE)
                .threads(THREADS);
        return new TimerLifecycle(
                TimerConfiguration.shared(scheduler, properties, clock).build());
    }

    @Bean
    NotificationsController notificationsController(JdbcClient jdbc) {
        return new NotificationsController(jdbc);
    }
}
