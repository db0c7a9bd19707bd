package io.verisim.orchestrator.notification.adapter;

import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.verisim.model.id.IdSource;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.notification.NoticeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings notifications to those who want them: each at least once, with waits that double where one does not take it. */
public final class Deliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 12;

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Receivers receivers;
    private final Webhook webhook;
    private final Clock clock;
    private final Duration firstWait;
    private final int attempts;
    private final CustomTask<Due> task;

    /** What a timer of a delivery holds. */
    public record Due(UUID delivery) {}

    public Deliveries(
            JdbcClient jdbc, IdSource ids, Receivers receivers, NotificationProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.receivers = receivers;
        this.webhook = new Webhook(properties.timeout(), clock);
        this.clock = clock;
        this.firstWait = properties.firstWait();
        this.attempts = properties.attempts();
        this.task = Tasks.custom("notification-delivery", Due.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(LONGEST_WAIT.dividedBy(60)))
                .execute((instance, context) -> deliver(instance.getData().delivery())
                        .<CompletionHandler<Due>>map(
                                again -> (complete, operations) -> operations.reschedule(complete, again))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    /** The task that the scheduler must know. */
    public CustomTask<Due> task() {
        return task;
    }

    /** Plans what is to be delivered, in the present transaction. */
    void plan(UUID notification, NoticeKind kind, Instant at, SchedulerClient timers) {
        for (String subscriber : receivers.of(kind)) {
            UUID id = ids.next();
            jdbc.sql("""
                            INSERT INTO notification_deliveries (id, notification_id, subscriber, state)
                            VALUES (:id, :notification, :subscriber, 'PENDING')""")
                    .param("id", id)
                    .param("notification", notification)
                    .param("subscriber", subscriber)
                    .update();
            timers.scheduleIfNotExists(task.instance(id.toString(), new Due(id)), at);
        }
    }

    private record Open(String subscriber, Delivery notification) {

        static Open read(ResultSet row, int number) throws SQLException {
            return new Open(
                    row.getString("subscriber"),
                    new Delivery(
                            Columns.uuid(row, "id"),
                            NoticeKind.valueOf(row.getString("kind")),
                            Columns.uuid(row, "workflow_id"),
                            row.getString("project"),
                            row.getString("name"),
                            row.getString("code"),
                            row.getString("category"),
                            row.getString("sentence"),
                            row.getString("link"),
                            Columns.instant(row, "at")));
        }
    }

    /** Delivers; the time of the next attempt, or empty where there is none. */
    private Optional<Instant> deliver(UUID delivery) {
        Optional<Open> open =
                jdbc.sql("""
                        SELECT d.subscriber, n.* FROM notification_deliveries d
                        JOIN notifications n ON n.id = d.notification_id
                        WHERE d.id = :id AND d.state = 'PENDING'""").param("id", delivery).query(Open::read).optional();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String name = open.get().subscriber();
        Optional<Receivers.Receiver> receiver = receivers.named(name);
        if (receiver.isEmpty()) {
            ended(delivery, "GIVEN_UP", "nobody of this name is configured any more");
            return Optional.empty();
        }
        try {
            webhook.send(open.get().notification(), receiver.get());
        } catch (Webhook.NotTaken e) {
            return notTaken(delivery, name, String.valueOf(e.getMessage()));
        }
        ended(delivery, "DELIVERED", null);
        return Optional.empty();
    }

    private Optional<Instant> notTaken(UUID delivery, String name, String why) {
        int made = jdbc.sql("SELECT attempts FROM notification_deliveries WHERE id = :id")
                        .param("id", delivery)
                        .query(Integer.class)
                        .single()
                + 1;
        if (made >= attempts) {
            LOG.warn(
                    "Subscriber '{}' did not take a notification in {} attempts and gets it no more: {}",
                    name,
                    made,
                    why);
            ended(delivery, "GIVEN_UP", why);
            return Optional.empty();
        }
        Duration doubled = firstWait.multipliedBy(1L << Math.min(made - 1, DOUBLINGS));
        Duration wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        LOG.info("Subscriber '{}' did not take a notification and gets it again in {}: {}", name, wait, why);
        jdbc.sql("UPDATE notification_deliveries SET attempts = :made, problem = :why WHERE id = :id")
                .param("made", made)
                .param("why", why)
                .param("id", delivery)
                .update();
        return Optional.of(clock.instant().plus(wait));
    }

    private void ended(UUID delivery, String state, @Nullable String problem) {
        jdbc.sql("""
                        UPDATE notification_deliveries SET state = :state, attempts = attempts + 1, problem = :problem,
                            ended_at = :at
                        WHERE id = :id""")
                .param("state", state)
                .param("problem", problem)
                .param("at", time(clock.instant()))
                .param("id", delivery)
                .update();
    }

    @Override
    public void close() {
        webhook.close();
    }
}
