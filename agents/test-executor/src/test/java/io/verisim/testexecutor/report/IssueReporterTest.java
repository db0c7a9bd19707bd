package io.verisim.testexecutor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.id.TaskId;
import io.verisim.model.testing.TestId;
import io.verisim.model.testing.TestResult;
import io.verisim.model.testing.TestStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueReporterTest {

    private static final TaskId FIRST = TaskId.of("0198c0de-0000-7000-8000-000000000001");
    private static final TaskId SECOND = TaskId.of("0198c0de-0000-7000-8000-000000000002");

    private final FakeTracker tracker = new FakeTracker();

    @Test
    void everyScenarioGetsItsResultAndItsStatus() {
        JiraOutcome outcome = report(FIRST);
        assertThat(outcome.commented()).containsExactly("TEL-1", "TEL-2");
        assertThat(tracker.comments.get("TEL-1")).singleElement().asString().contains("PASSED");
        assertThat(tracker.comments.get("TEL-2"))
                .singleElement()
                .asString()
                .contains("FAILED", "When I go to the last page");
        assertThat(tracker.statuses).containsEntry("TEL-1", "Done").containsEntry("TEL-2", "In Progress");
    }

    @Test
    void aScenarioWithSeveralTestsGetsTheResultOfEachAndIsDoneOnlyWhereAllPassed() {
        RunDocuments run = Runs.customers(FIRST.toString(), new byte[] {1});
        TestResult passed = run.results().getFirst();
        TestResult other = new TestResult(
                TestId.of("TEL-1-robot"),
                passed.scenarioKey(),
                passed.title(),
                "robot",
                TestStatus.ERROR,
                false,
                1,
                "The test's process ended before the test did.",
                0,
                passed.steps());
        JiraOutcome outcome = new IssueReporter(tracker, FIRST)
                .report(new RunDocuments(
                        run.workflow(),
                        run.data(),
                        run.plans(),
                        run.bindings(),
                        List.of(other, passed),
                        run.screenshots(),
                        run.sandbox()));
        assertThat(outcome.commented()).containsExactly("TEL-1");
        assertThat(tracker.comments.get("TEL-1")).hasSize(2);
        assertThat(tracker.statuses).containsEntry("TEL-1", "In Progress");
    }

    @Test
    void aNewFailureOpensABugWithItsScreenshot() {
        JiraOutcome outcome = report(FIRST);
        assertThat(outcome.bugs()).containsExactly("TEL-100");
        assertThat(tracker.attachments.get("TEL-100")).hasSize(1);
    }

    @Test
    void aKnownFailureIsCommentedOnAndOpensNoBug() {
        report(FIRST);
        JiraOutcome second = report(SECOND);
        assertThat(second.bugs()).isEmpty();
        assertThat(second.known()).containsExactly("TEL-100");
        assertThat(tracker.bugs).hasSize(1);
        assertThat(tracker.comments.get("TEL-100")).singleElement().asString().contains("Seen again");
    }

    @Test
    void aRetryOfTheSameTaskRepeatsNothingAndReportsTheSame() {
        JiraOutcome first = report(FIRST);
        JiraOutcome retry = report(FIRST);
        assertThat(retry).isEqualTo(first);
        assertThat(tracker.bugs).hasSize(1);
        assertThat(tracker.comments.get("TEL-2")).hasSize(1);
    }

    private JiraOutcome report(TaskId task) {
        return new IssueReporter(tracker, task).report(Runs.customers(task.toString(), new byte[] {1}));
    }
}
