package io.verisim.testexecutor.report;

import io.verisim.model.id.TaskId;
import io.verisim.model.testing.ScenarioKey;
import io.verisim.model.testing.ScenarioLine;
import io.verisim.model.testing.Step;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestResult;
import io.verisim.model.testing.TestStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes results to the issue tracker: a comment on every scenario, its new status, a bug for a failure that is new and
 * a comment on the open bug of one that is known.
 */
final class IssueReporter {

    private static final int FINGERPRINT_DIGITS = 12;
    private static final String DONE = "Done";
    private static final String REOPENED = "In Progress";

    private final IssueTracker tracker;
    private final TaskId task;

    IssueReporter(IssueTracker tracker, TaskId task) {
        this.tracker = tracker;
        this.task = task;
    }

    JiraOutcome report(RunDocuments run) {
        List<String> commented = new ArrayList<>();
        List<String> bugs = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (TestResult result : run.results()) {
            String issue = result.scenarioKey().value();
            if (!tracker.keeps(issue)) {
                continue;
            }
            if (result.status() == TestStatus.FAILED) {
                file(run, result, bugs, known);
            }
            tracker.comment(issue, paragraphs(run, result), mark(issue, result));
            commented.add(issue);
            tracker.move(issue, allPassed(run, result.scenarioKey()) ? DONE : REOPENED);
        }
        commented.addAll(known);
        return new JiraOutcome(distinct(commented), distinct(bugs), distinct(known));
    }

    private static List<String> distinct(List<String> keys) {
        return keys.stream().distinct().toList();
    }

    private static boolean allPassed(RunDocuments run, ScenarioKey scenario) {
        return run.results().stream()
                .filter(result -> result.scenarioKey().equals(scenario))
                .allMatch(result -> result.status() == TestStatus.PASSED);
    }

    private void file(RunDocuments run, TestResult result, List<String> bugs, List<String> known) {
        String scenario = result.scenarioKey().value();
        String project = scenario.substring(0, Math.max(0, scenario.lastIndexOf('-')));
        String failure = fingerprint(run, result);
        // A retry of this very task finds the bug that it opened itself, and must not take it for an older one.
        String own = "verisim-task-" + task;
        Optional<IssueTracker.Bug> open = tracker.findBug(project, failure);
        if (open.isPresent() && !open.get().labels().contains(own)) {
            String bug = open.get().key();
            tracker.comment(bug, List.of("Seen again in workflow " + run.workflow() + "."), mark(bug, result));
            attach(run, result, bug);
            known.add(bug);
            return;
        }
        String bug = open.map(IssueTracker.Bug::key)
                .orElseGet(() ->
                        tracker.openBug(project, List.of(failure, own), summary(result), paragraphs(run, result)));
        attach(run, result, bug);
        bugs.add(bug);
    }

    private void attach(RunDocuments run, TestResult result, String bug) {
        byte[] screenshot = run.screenshots().get(result.testId());
        if (screenshot != null) {
            tracker.attach(bug, result.testId() + "-" + run.workflow() + ".png", screenshot);
        }
    }

    private static String summary(TestResult result) {
        return result.scenarioKey() + " fails: " + result.title();
    }

    /** One comment for each test: a scenario may have several, as with two frameworks. */
    private String mark(String issue, TestResult result) {
        return "verisim-" + task + "-" + issue + "-" + result.testId();
    }

    /** The same scenario failing at the same line is the same failure, whatever rows it is bound to. */
    private static String fingerprint(RunDocuments run, TestResult result) {
        String failure = result.scenarioKey() + "\n"
                + failedLine(run, result).map(ScenarioLine::text).orElse("");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(failure.getBytes(StandardCharsets.UTF_8));
            return "verisim-" + HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    private static Optional<ScenarioLine> failedLine(RunDocuments run, TestResult result) {
        Integer failed = result.failedStep();
        if (failed == null) {
            return Optional.empty();
        }
        return run.plans().plans().stream()
                .filter(plan -> plan.testId().equals(result.testId()))
                .map(TestPlan::steps)
                .filter(steps -> failed < steps.size())
                .map(steps -> steps.get(failed))
                .map(Step::line)
                .findFirst();
    }

    private static List<String> paragraphs(RunDocuments run, TestResult result) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("Verisim: " + result.status() + " with " + result.framework() + " in "
                + Html.seconds(result.millis()) + ", workflow " + run.workflow() + ".");
        failedLine(run, result)
                .ifPresent(line -> paragraphs.add("At line " + line.number() + " of the scenario: " + line.text()));
        if (result.message() != null) {
            paragraphs.add(result.message());
        }
        return paragraphs;
    }
}
