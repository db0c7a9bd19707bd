package io.verisim.orchestrator.workflow.adapter.postgres;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.workflow.application.ErrorRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** The errors of workflows, as they were kept. */
public final class ErrorRecords {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    public ErrorRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest errors of a workflow, oldest of them first. */
    public List<ErrorRecord> of(WorkflowId workflow) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT * FROM error_records WHERE workflow_id = :id ORDER BY at DESC, id DESC LIMIT :most
                        ) AS newest ORDER BY at, id""")
                .param("id", workflow.value())
                .param("most", MOST)
                .query((row, number) -> read(row, workflow))
                .list();
    }

    private static ErrorRecord read(ResultSet row, WorkflowId workflow) throws SQLException {
        ErrorDetail detail = ErrorDetail.of(
                        ErrorCategory.valueOf(row.getString("category")),
                        row.getString("code"),
                        row.getString("message"),
                        row.getString("remedy"))
                .withContext(Columns.json(row, "context", new TypeReference<Map<String, String>>() {}));
        ErrorRecord.Place place = new ErrorRecord.Place(
                workflow,
                row.getString("agent"),
                row.getString("stage"),
                row.getString("step"),
                row.getString("key"),
                row.getObject("task_id", UUID.class),
                row.getInt("attempt"));
        return ErrorRecord.of(
                Columns.uuid(row, "id"), detail, place, row.getString("decision"), Columns.instant(row, "at"));
    }
}
