package io.verisim.orchestrator.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lifecycle table as a Mermaid diagram and as a table. */
final class LifecyclePicture {

    private LifecyclePicture() {}

    static String render(LifecycleTable table) {
        StringBuilder text = new StringBuilder("""
                # The lifecycle of a workflow

                Rendered from `LifecycleTable` by `LifecycleTableTest`; do not edit. What every working state has in
                common is drawn once, from the frame around them; *returns* leads back to the working state that was left.

                ```mermaid
                stateDiagram-v2
                    [*] --> CREATED
                    state working {
                """);
        table.rows().stream()
                .filter(row -> row.from().isWorking())
                .filter(row -> row.trigger() == Trigger.STAGE_COMPLETED && row.to() != WorkflowState.COMPLETED)
                .forEach(row -> text.append("        ")
                        .append(row.from())
                        .append(" --> ")
                        .append(row.to())
                        .append(": STAGE_COMPLETED, STAGE_SKIPPED\n"));
        text.append("    }\n");
        edges(table)
                .forEach((edge, triggers) -> text.append("    ")
                        .append(edge)
                        .append(": ")
                        .append(String.join(", ", triggers))
                        .append('\n'));
        text.append("    COMPLETED --> [*]\n    ABORTED --> [*]\n```\n\n| from | trigger | to |\n|---|---|---|\n");
        text.append(table.rows().stream()
                .map(row -> "| " + row.from() + " | " + row.trigger() + " | "
                        + (row.to() == null ? "*returns*" : row.to()) + " |\n")
                .collect(Collectors.joining()));
        return text.toString();
    }

    private static Map<String, List<String>> edges(LifecycleTable table) {
        Map<String, List<String>> edges = new LinkedHashMap<>();
        for (LifecycleTable.Row row : table.rows()) {
            WorkflowState to = row.to();
            if (row.from().isWorking() && to != null && to.isWorking()) {
                continue;
            }
            boolean leavesStages = row.from().isWorking() && to != WorkflowState.COMPLETED;
            String from = leavesStages ? "working" : row.from().name();
            String target = to == null ? "working" : to.name();
            List<String> triggers = edges.computeIfAbsent(from + " --> " + target, edge -> new ArrayList<>());
            if (!triggers.contains(row.trigger().name())) {
                triggers.add(row.trigger().name());
            }
        }
        return edges;
    }
}
