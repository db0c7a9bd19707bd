package io.verisim.orchestrator.events;

import io.verisim.model.id.WorkflowId;
import java.util.List;

/** The log of each workflow. */
public interface EventLog {

    /** Adds lines in the present transaction; their own numbers do not matter, they are given new ones. */
    void append(WorkflowId workflow, List<LogEntry> entries);

    /** Lines after a number, in order, at most {@code limit}. */
    List<LogEntry> after(WorkflowId workflow, long seq, int limit);
}
