package io.verisim.orchestrator.messaging.adapter.postgres;

import io.verisim.model.message.MessageCodec;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.messaging.Outbox;
import io.verisim.orchestrator.messaging.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The outbox in PostgreSQL. */
public final class PostgresOutbox implements Outbox {

    private final NamedParameterJdbcTemplate template;

    public PostgresOutbox(NamedParameterJdbcTemplate template) {
        this.template = template;
    }

    /** A message that waits to be sent. */
    public record Waiting(
            UUID id,
            String exchange,
            String routingKey,
            byte[] body,
            @Nullable String traceParent,
            int attempts) {}

    @Override
    public void add(List<OutgoingMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        SqlParameterSource[] rows = messages.stream()
                .map(message -> new MapSqlParameterSource()
                        .addValue("id", message.envelope().id().value())
                        .addValue(
                                "workflow",
                                message.envelope().correlationId() == null
                                        ? null
                                        : message.envelope().correlationId().value())
                        .addValue("exchange", message.exchange())
                        .addValue("key", message.routingKey())
                        .addValue("body", MessageCodec.encode(message.envelope()))
                        .addValue("trace", message.traceParent())
                        .addValue("at", Columns.time(message.envelope().timestamp())))
                .toArray(SqlParameterSource[]::new);
        template.batchUpdate("""
                INSERT INTO outbox (id, workflow_id, exchange, routing_key, body, trace_parent, created_at)
                VALUES (:id, :workflow, :exchange, :key, :body, :trace, :at)""", rows);
    }

    /** The oldest messages to send, which no other relay takes until the transaction ends. */
    public List<Waiting> claim(int limit) {
        return template.query(
                """
                SELECT id, exchange, routing_key, body, trace_parent, attempts FROM outbox
                WHERE sent_at IS NULL ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED""",
                new MapSqlParameterSource("limit", limit),
                (row, number) -> new Waiting(
                        Columns.uuid(row, "id"),
                        row.getString("exchange"),
                        row.getString("routing_key"),
                        row.getBytes("body"),
                        row.getString("trace_parent"),
                        row.getInt("attempts")));
    }

    /** Marks messages as gone; {@code problem} says why one will never arrive, and is null for those that did. */
    public void gone(List<UUID> ids, @Nullable String problem, Instant at) {
        update("sent_at = :at, problem = :problem", ids, problem, at);
    }

    /** Counts a vain attempt; the messages stay. */
    public void failed(List<UUID> ids, String problem, Instant at) {
        update("attempts = attempts + 1, problem = :problem", ids, problem, at);
    }

    /** Removes messages that were sent before a time. */
    public void forget(Instant before) {
        template.update(
                "DELETE FROM outbox WHERE sent_at < :before",
                new MapSqlParameterSource("before", Columns.time(before)));
    }

    private void update(String what, List<UUID> ids, @Nullable String problem, Instant at) {
        if (!ids.isEmpty()) {
            template.update(
                    "UPDATE outbox SET " + what + " WHERE id = ANY (:ids)",
                    new MapSqlParameterSource("ids", ids.toArray(UUID[]::new))
                            .addValue("problem", problem)
                            .addValue("at", Columns.time(at)));
        }
    }
}
