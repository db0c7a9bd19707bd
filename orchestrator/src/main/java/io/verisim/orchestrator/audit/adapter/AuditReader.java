package io.verisim.orchestrator.audit.adapter;

import static io.verisim.orchestrator.jdbc.adapter.Columns.time;

import io.verisim.orchestrator.audit.AuditQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads entries, oldest first. */
public final class AuditReader {

    private static final int FETCHED = 200;

    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    public AuditReader(JdbcClient jdbc, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /** The conditions of a query, and their values. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>(List.of("TRUE"));
        private final Map<String, Object> values = new LinkedHashMap<>();

        Conditions(AuditQuery query) {
            add("a.workflow_id = :workflow", "workflow", query.workflow());
            add("a.actor_id = :actor", "actor", query.actor());
            String action = query.action();
            if (action != null && action.endsWith("*")) {
                add("starts_with(a.action, :action)", "action", action.substring(0, action.length() - 1));
            } else {
                add("a.action = :action", "action", action);
            }
            add("a.at >= :from", "from", time(query.from()));
            add("a.at < :to", "to", time(query.to()));
        }

        void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                all.add(condition);
                values.put(name, value);
            }
        }

        String select() {
            return "SELECT " + RecordedEntry.COLUMNS + " FROM audit_log a"
                    + " LEFT JOIN audit_chain c ON c.entry_seq = a.seq WHERE " + String.join(" AND ", all)
                    + " ORDER BY a.seq";
        }
    }

    /** Some entries after a number. */
    List<RecordedEntry> after(AuditQuery query, long after, int limit) {
        Conditions conditions = new Conditions(query);
        conditions.add("a.seq > :after", "after", after);
        return jdbc.sql(conditions.select() + " LIMIT :limit")
                .params(conditions.values)
                .param("limit", limit)
                .query((row, number) -> RecordedEntry.read(row))
                .list();
    }

    /** All entries, one after the other, as they are at one moment. */
    void each(AuditQuery query, Consumer<RecordedEntry> each) {
        Conditions conditions = new Conditions(query);
        RowCallbackHandler next = row -> each.accept(RecordedEntry.read(row));
        snapshots.read(() -> jdbc.sql(conditions.select())
                .params(conditions.values)
                .withFetchSize(FETCHED)
                .query(next));
    }
}
