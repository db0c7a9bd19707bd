package io.verisim.synthesizer.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.synthesizer.privacy.Finding;
import io.verisim.synthesizer.privacy.PrivacyReport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Task {@code gate}: lets a twin go on to distribution only where it keeps the privacy limits of the configuration. It is a
 * task of its own, so that the reports on a twin that is held back can be read.
 */
final class GateHandler implements TaskHandler {

    /** Code of the error that holds a twin back. */
    static final String CODE = "GATE_PRIVACY";

    @Override
    public TaskTypeInfo taskType() {
        return new TaskTypeInfo(
                "gate",
                "Holds back a twin that exceeds the privacy limits.",
                Map.of("type", "object", "properties", Map.of("privacy", PrivacyParameters.schema())));
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws IOException {
        PrivacyReport report = context.artifacts().read(task.input("privacy"), PrivacyReport.class);
        boolean stops = PrivacyParameters.read(task.parameters()).gate();
        if (!report.gate().passed() && stops) {
            throw stopped(report);
        }
        context.progress(1, 1, sentence(report));
        return TaskResult.empty();
    }

    private static String sentence(PrivacyReport report) {
        return report.gate().passed()
                ? "The twin keeps the privacy limits"
                : "The twin exceeds privacy limits, and the configuration lets it pass: "
                        + String.join(", ", report.gate().exceeded());
    }

    private static VerisimException stopped(PrivacyReport report) {
        Map<String, String> context = new LinkedHashMap<>();
        List<Finding> exceeded = report.exceeded();
        exceeded.forEach(finding -> context.put(finding.name(), figures(finding, report)));
        String measures = exceeded.stream()
                .map(finding -> "'" + finding.name() + "' (" + figures(finding, report) + ")")
                .collect(Collectors.joining(", "));
        return VerisimException.data(
                CODE,
                "The twin tells too much of the rows it was made from and is not distributed. Exceeded: " + measures
                        + ". " + exceeded.getFirst().verdict(),
                "Read 'privacy.json' and the quality page of this workflow. Use a source with more rows, fewer columns or "
                        + "a model with coarser parameters; where the risk is acceptable, raise "
                        + "'synthesis.privacy.limits." + exceeded.getFirst().name()
                        + "' or skip this stage, which is audited.",
                context);
    }

    private static String figures(Finding finding, PrivacyReport report) {
        return String.format(
                Locale.ROOT,
                "at least %.3f, limit %.3f",
                finding.risk().low(),
                report.gate().limits().getOrDefault(finding.name(), 1.0));
    }
}
