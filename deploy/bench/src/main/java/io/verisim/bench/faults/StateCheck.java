package io.verisim.bench.faults;

import java.sql.SQLException;
import java.util.List;

/** The orchestrator's own records: everything has ended as it should, and nothing is left over. */
final class StateCheck {

    /** What must come to nothing, soon after the last workflow has ended, and how it is found. */
    private static final List<String[]> LEFT_OVER = List.of(
            new String[] {"messages in the outbox", "SELECT count(*) FROM outbox WHERE sent_at IS NULL"},
            new String[] {"checkpoints without a copy", "SELECT count(*) FROM checkpoints WHERE stored_at IS NULL"},
            new String[] {"audit entries without a place in the chain", "SELECT count(*) FROM audit_pending"},
            new String[] {
                "tasks at work in a workflow that is not",
                "SELECT count(*) FROM tasks t JOIN workflow_executions w ON w.id = t.workflow_id"
                        + " WHERE t.status IN ('PENDING', 'RUNNING', 'WAITING') AND w.state <> 'ABORTED'"
            },
            new String[] {
                "open questions of ended workflows",
                "SELECT count(*) FROM questions q JOIN workflow_executions w ON w.id = q.workflow_id"
                        + " WHERE q.closed_at IS NULL AND w.ended_at IS NOT NULL"
            });

    private final Rows rows;
    private final Findings findings;

    StateCheck(Rows rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
    }

    /** Whether nothing is left over by now. */
    boolean isSettled() throws SQLException {
        for (String[] each : LEFT_OVER) {
            if (rows.number(each[1]) > 0) {
                return false;
            }
        }
        return true;
    }

    void check(List<Course> courses) throws SQLException {
        for (Course course : courses) {
            List<String> states = rows.list(
                    "SELECT state FROM workflow_executions WHERE id = ?::uuid", row -> row.getString(1), course.id());
            if (states.isEmpty()) {
                findings.lost("workflow " + course.order().name() + " is not there");
            } else if (!states.getFirst().equals(course.end())) {
                findings.lost("workflow " + course.order().name() + " (" + course.id() + ") is " + states.getFirst()
                        + " and not " + course.end());
            }
        }
        findings.count(
                "workflows in the database", courses.size(), rows.number("SELECT count(*) FROM workflow_executions"));
        for (String[] each : LEFT_OVER) {
            long left = rows.number(each[1]);
            if (left > 0) {
                findings.lost(left + " " + each[0]);
            }
        }
        for (String gap : rows.list(
                "SELECT workflow_id FROM agent_logs GROUP BY workflow_id"
                        + " HAVING count(*) <> max(seq) - min(seq) + 1 OR min(seq) <> 1",
                row -> row.getString(1))) {
            findings.lost("the log of workflow " + gap + " has a gap");
        }
    }
}
