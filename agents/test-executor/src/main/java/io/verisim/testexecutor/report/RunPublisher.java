package io.verisim.testexecutor.report;

import io.verisim.agent.Artifacts;
import io.verisim.agent.Task;
import io.verisim.agent.TaskResult;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.testing.TestBindings;
import io.verisim.model.testing.TestId;
import io.verisim.model.testing.TestPlans;
import io.verisim.model.testing.TestResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Gathers what a run left behind, and publishes it: JUnit XML, the report, and what the issue tracker is told. */
final class RunPublisher {

    private static final long MAX_SCREENSHOT_BYTES = 8L << 20;

    /** All together, since the page holds them all; beyond it a test is told of without a picture. */
    private static final long MAX_SCREENSHOTS_BYTES = 48L << 20;

    private final Task task;
    private final Artifacts artifacts;
    private final Path scratch;

    RunPublisher(Task task, Artifacts artifacts, Path scratch) {
        this.task = task;
        this.artifacts = artifacts;
        this.scratch = scratch;
    }

    RunDocuments gather(String sandbox) throws IOException {
        List<TestResult> results = new ArrayList<>();
        for (ArtifactRef result : task.inputs("result")) {
            results.add(artifacts.read(result, TestResult.class));
        }
        results.sort(Comparator.comparing(TestResult::scenarioKey, RunPublisher::byNumber)
                .thenComparing(TestResult::framework));
        return new RunDocuments(
                task.workflow(),
                twin(),
                optional("plans", TestPlans.class, new TestPlans(List.of(), List.of())),
                optional("bindings", TestBindings.class, new TestBindings(List.of())),
                results,
                screenshots(),
                sandbox);
    }

    /** Issue keys in the order people count: CRM-9 before CRM-10. */
    private static int byNumber(io.verisim.model.testing.ScenarioKey left, io.verisim.model.testing.ScenarioKey right) {
        int byLength = Integer.compare(left.value().length(), right.value().length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }

    private RunDocuments.@Nullable TwinDocuments twin() throws IOException {
        if (task.inputs("manifest").isEmpty()) {
            return null;
        }
        List<JsonNode> loads = new ArrayList<>();
        for (ArtifactRef load : task.inputs("load_report")) {
            loads.add(artifacts.read(load, JsonNode.class));
        }
        List<ArtifactRef> detector = task.inputs("detector");
        return new RunDocuments.TwinDocuments(
                artifacts.read(task.input("sensitivity"), SensitivityReport.class),
                artifacts.read(task.input("manifest"), DatasetManifest.class),
                artifacts.read(task.input("quality"), JsonNode.class),
                detector.isEmpty() ? null : artifacts.read(detector.getFirst(), JsonNode.class),
                loads);
    }

    private <T> T optional(String role, Class<T> type, T otherwise) throws IOException {
        List<ArtifactRef> found = task.inputs(role);
        return found.isEmpty() ? otherwise : artifacts.read(found.getFirst(), type);
    }

    private Map<TestId, byte[]> screenshots() throws IOException {
        Map<TestId, byte[]> screenshots = new HashMap<>();
        long left = MAX_SCREENSHOTS_BYTES;
        for (ArtifactRef screenshot : task.inputs("screenshot")) {
            String name = screenshot.name();
            long bytes = screenshot.bytes();
            if (name.endsWith(".png") && bytes <= Math.min(left, MAX_SCREENSHOT_BYTES)) {
                left -= bytes;
                TestId test = TestId.of(name.substring(0, name.length() - ".png".length()));
                screenshots.put(test, Files.readAllBytes(artifacts.fetch(screenshot)));
            }
        }
        return screenshots;
    }

    TaskResult publish(RunDocuments run, JiraOutcome jira) throws IOException {
        Path junit = scratch.resolve("junit.xml");
        try (OutputStream out = Files.newOutputStream(junit)) {
            JunitXml.write(run.results(), run.plans().skipped(), out);
        }
        Path report = scratch.resolve("report.html");
        Files.writeString(report, RunReport.html(run, jira));
        return TaskResult.empty()
                .withOutput("junit", artifacts.store("junit.xml", "application/xml", junit))
                .withOutput("report", artifacts.store("report.html", "text/html", report))
                .withFact("tests", run.tally().facts())
                .withFact("jira", jira.facts())
                .withFact("sandbox", run.sandbox());
    }
}
