package io.verisim.orchestrator.messaging.adapter.postgres;

import io.verisim.model.id.MessageId;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.messaging.Inbox;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox of one consumer in PostgreSQL. */
public final class PostgresInbox implements Inbox {

    private final JdbcClient jdbc;
    private final String consumer;
    private final Clock clock;

    public PostgresInbox(JdbcClient jdbc, String consumer, Clock clock) {
        this.jdbc = jdbc;
        this.consumer = consumer;
        this.clock = clock;
    }

    /** Removes what was handled before a time; the broker delivers nothing again that is so old. */
    public void forget(Instant before) {
        jdbc.sql("DELETE FROM inbox WHERE received_at < :before")
                .param("before", Columns.time(before))
                .update();
    }

    @Override
    public boolean isFirst(MessageId id) {
        return jdbc.sql("""
                                INSERT INTO inbox (consumer, message_id, received_at) VALUES (:consumer, :id, :at)
                                ON CONFLICT DO NOTHING""")
                        .param("consumer", consumer)
                        .param("id", id.value())
                        .param("at", Columns.time(clock.instant()))
                        .update()
                == 1;
    }
}
