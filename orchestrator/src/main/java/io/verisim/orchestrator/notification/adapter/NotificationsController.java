package io.verisim.orchestrator.notification.adapter;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows who was told what, and whether it arrived. */
@RestController
@RequestMapping("/api/v1/notifications")
public final class NotificationsController {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    public NotificationsController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far one delivery is. */
    record Attempted(
            String subscriber,
            String state,
            int attempts,
            @Nullable String problem) {}

    /** One notification. */
    record View(
            UUID id,
            String kind,
            UUID workflowId,
            String workflow,
            @Nullable String code,
            @Nullable String category,
            String sentence,
            String link,
            Instant at,
            List<Attempted> deliveries) {}

    @GetMapping
    Map<String, List<View>> newest(
            @RequestParam(required = false) @Nullable WorkflowId workflow,
            @RequestParam(defaultValue = "50") int limit) {
        Map<UUID, List<Attempted>> attempted = new LinkedHashMap<>();
        List<View> found = jdbc.sql("""
                        SELECT * FROM notifications
                        WHERE (CAST(:workflow AS uuid) IS NULL OR workflow_id = CAST(:workflow AS uuid))
                        ORDER BY at DESC, id DESC LIMIT :limit""")
                .param("workflow", workflow == null ? null : workflow.toString())
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, number) -> view(row, attempted))
                .list();
        if (!found.isEmpty()) {
            deliveries(attempted);
        }
        return Map.of("notifications", found);
    }

    private static View view(ResultSet row, Map<UUID, List<Attempted>> attempted) throws SQLException {
        UUID id = Columns.uuid(row, "id");
        return new View(
                id,
                row.getString("kind").toLowerCase(Locale.ROOT),
                Columns.uuid(row, "workflow_id"),
                row.getString("name"),
                row.getString("code"),
                row.getString("category"),
                row.getString("sentence"),
                row.getString("link"),
                Columns.instant(row, "at"),
                attempted.computeIfAbsent(id, key -> new ArrayList<>()));
    }

    private void deliveries(Map<UUID, List<Attempted>> attempted) {
        jdbc.sql("""
                        SELECT notification_id, subscriber, state, attempts, problem FROM notification_deliveries
                        WHERE notification_id IN (:ids) ORDER BY subscriber""")
                .param("ids", attempted.keySet())
                .query((row, number) -> attempted
                        .getOrDefault(Columns.uuid(row, "notification_id"), new ArrayList<>())
                        .add(new Attempted(
                                row.getString("subscriber"),
                                row.getString("state"),
                                row.getInt("attempts"),
                                row.getString("problem"))))
                .list();
    }
}
