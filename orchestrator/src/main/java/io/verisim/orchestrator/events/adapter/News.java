package io.verisim.orchestrator.events.adapter;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens to one workflow or to all, transaction by transaction. A transaction's number is its place: one is told
 * only when every earlier one that could still write has ended, so that whoever goes on after a number misses nothing.
 */
public final class News {

    private static final int TRANSACTIONS = 100;
    private static final long EPOCH = 1L << 32;

    /** A transaction that touches no log or notification has nothing to say here, so only those that do are counted. */
    private static final String NUMBERS = """
            SELECT DISTINCT tx FROM (
                SELECT tx FROM agent_logs WHERE tx > CAST(:after AS xid8) AND tx < CAST(:end AS xid8)
                    AND (CAST(:workflow AS uuid) IS NULL OR workflow_id = CAST(:workflow AS uuid))
                UNION ALL
                SELECT tx FROM notifications WHERE tx > CAST(:after AS xid8) AND tx < CAST(:end AS xid8)
                    AND (CAST(:workflow AS uuid) IS NULL OR workflow_id = CAST(:workflow AS uuid))
            ) AS all_of_them ORDER BY tx LIMIT :limit""";

    private final JdbcClient jdbc;

    public News(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of a log, with its workflow. */
    record Line(WorkflowId workflow, EventsController.Event event) {}

    /** A notification as it is told live. */
    record Told(
            UUID id, String kind, WorkflowId workflowId, String workflow, String sentence, String link, Instant at) {}

    /** What one transaction did; told as a whole. */
    record Frame(String type, long seq, List<Line> events, List<Told> notifications) {}

    /** The number after which everything is still to be told that has not ended yet. */
    long now() {
        return end() - 1;
    }

    /**
     * The first number that is not to be told yet. The sessions are looked at after the snapshot, so that a transaction
     * that is below the snapshot's end and not among them has committed and is seen by the next query.
     */
    private long end() {
        long next = jdbc.sql("SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint)")
                .query(Long.class)
                .single();
        List<Long> running =
                jdbc.sql("""
                        SELECT CAST(CAST(backend_xid AS text) AS bigint) FROM pg_stat_activity
                        WHERE datname = current_database() AND backend_xid IS NOT NULL""").query((row, number) -> row.getLong(1)).list();
        return running.stream().mapToLong(xid -> whole(xid, next)).reduce(next, Math::min);
    }

    /** The whole number of a transaction of which the lower half is known, close to another one. */
    static long whole(long lower, long near) {
        long whole = near - near % EPOCH + lower;
        if (whole > near + EPOCH / 2) {
            return whole - EPOCH;
        }
        return whole < near - EPOCH / 2 ? whole + EPOCH : whole;
    }

    /** The next transactions after a number, in order. */
    List<Frame> after(long seq, @Nullable WorkflowId workflow) {
        long end = end();
        String id = workflow == null ? null : workflow.toString();
        List<String> numbers = jdbc.sql(NUMBERS)
                .param("after", Long.toString(seq))
                .param("end", Long.toString(end))
                .param("workflow", id)
                .param("limit", TRANSACTIONS)
                .query((row, number) -> row.getString("tx"))
                .list();
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<Long, Frame> frames = new TreeMap<>();
        String first = numbers.getFirst();
        String last = numbers.getLast();
        jdbc.sql(between("agent_logs") + " ORDER BY tx, workflow_id, seq")
                .param("first", first)
                .param("last", last)
                .param("workflow", id)
                .query((row, number) -> frame(frames, row).events().add(line(row)))
                .list();
        jdbc.sql(between("notifications") + " ORDER BY tx, id")
                .param("first", first)
                .param("last", last)
                .param("workflow", id)
                .query((row, number) -> frame(frames, row).notifications().add(told(row)))
                .list();
        return List.copyOf(frames.values());
    }

    private static String between(String table) {
        return "SELECT * FROM " + table + " WHERE tx BETWEEN CAST(:first AS xid8) AND CAST(:last AS xid8)"
                + " AND (CAST(:workflow AS uuid) IS NULL OR workflow_id = CAST(:workflow AS uuid))";
    }

    private static Frame frame(Map<Long, Frame> frames, ResultSet row) throws SQLException {
        long seq = Long.parseLong(row.getString("tx"));
        return frames.computeIfAbsent(seq, key -> new Frame("news", key, new ArrayList<>(), new ArrayList<>()));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new WorkflowId(Columns.uuid(row, "workflow_id")),
                EventsController.Event.of(PostgresEventLog.read(row)));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                Columns.uuid(row, "id"),
                row.getString("kind").toLowerCase(Locale.ROOT),
                new WorkflowId(Columns.uuid(row, "workflow_id")),
                row.getString("name"),
                row.getString("sentence"),
                row.getString("link"),
                Columns.instant(row, "at"));
    }
}
