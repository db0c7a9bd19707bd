package io.verisim.orchestrator.notification.adapter;

import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.verisim.model.id.IdSource;
import io.verisim.orchestrator.notification.Notice;
import io.verisim.orchestrator.notification.Notifications;
import io.verisim.orchestrator.workflow.application.Transactions;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notifications in PostgreSQL; the lock on the workflow's row keeps two of one kind from passing each other. */
public final class PostgresNotifications implements Notifications {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresNotifications.class);

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final SchedulerClient timers;
    private final Duration quiet;

    public PostgresNotifications(
            JdbcClient jdbc,
            IdSource ids,
            Transactions transactions,
            Deliveries deliveries,
            SchedulerClient timers,
            Duration quiet) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.timers = timers;
        this.quiet = quiet;
    }

    @Override
    public void tell(Notice notice) {
        UUID id = ids.next();
        int kept = jdbc.sql("""
                        INSERT INTO notifications (id, project, workflow_id, name, kind, code, category, sentence, link,
                            at, dedupe_key)
                        SELECT :id, :project, :workflow, :name, :kind, :code, :category, :sentence, :link, :at, :key
                        WHERE NOT EXISTS (
                            SELECT FROM notifications
                            WHERE workflow_id = :workflow AND kind = :kind AND at > :since)
                        ON CONFLICT (workflow_id, kind, dedupe_key) DO NOTHING""")
                .param("id", id)
                .param("project", notice.project())
                .param("workflow", notice.workflow().value())
                .param("name", notice.name())
                .param("kind", notice.kind().name())
                .param("code", notice.code())
                .param("category", notice.category())
                .param("sentence", notice.sentence())
                .param("link", notice.link())
                .param("at", time(notice.at()))
                .param("key", notice.at().toString())
                .param("since", time(notice.at().minus(quiet)))
                .update();
        if (kept == 0) {
            LOG.debug("Nobody is told again so soon: {}", notice.sentence());
            return;
        }
        deliveries.plan(id, notice.kind(), notice.at(), timers);
        transactions.afterCommit(() -> log(notice));
    }

    private static void log(Notice notice) {
        if (notice.kind().isUrgent()) {
            LOG.warn("{} {}", notice.sentence(), notice.link());
        } else {
            LOG.info("{} {}", notice.sentence(), notice.link());
        }
    }
}
