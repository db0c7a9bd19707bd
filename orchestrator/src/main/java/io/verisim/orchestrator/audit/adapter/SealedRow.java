package io.verisim.orchestrator.audit.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an entry that its hash covers, as text that the database makes. It is the same whenever and by whomever
 * the entry is read: the time is in seconds since 1970 with six decimals, documents are as {@code jsonb} prints them.
 */
final class SealedRow {

    /** Columns of {@code audit_log a}, in the order in which they are hashed. */
    static final String COLUMNS = """
            CAST(a.seq AS text) AS f0, CAST(a.id AS text) AS f1, a.project AS f2,
            CAST(extract(epoch FROM a.at) AS text) AS f3, a.actor_kind AS f4, a.actor_id AS f5, a.action AS f6,
            a.agent AS f7, CAST(a.workflow_id AS text) AS f8, CAST(a.task_id AS text) AS f9,
            CAST(a.inputs AS text) AS f10, CAST(a.outputs AS text) AS f11, CAST(a.cost AS text) AS f12,
            CAST(a.detail AS text) AS f13""";

    private static final int COUNT = 14;

    private SealedRow() {}

    /** The fields; null where the row has no entry. */
    static @Nullable List<@Nullable String> read(ResultSet row) throws SQLException {
        if (row.getString("f0") == null) {
            return null;
        }
        List<@Nullable String> fields = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            fields.add(row.getString("f" + i));
        }
        return fields;
    }
}
