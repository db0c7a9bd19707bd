package io.verisim.testexecutor.report;

import io.verisim.model.testing.DataBinding;
import io.verisim.model.testing.SkippedScenario;
import io.verisim.model.testing.StepResult;
import io.verisim.model.testing.TestBindings;
import io.verisim.model.testing.TestResult;
import io.verisim.model.testing.TestStatus;
import java.util.Base64;
import java.util.List;

/** The section of the report that speaks of the tests. */
final class TestSections {

    private TestSections() {}

    static void write(Html page, RunDocuments run) {
        page.raw("<section>").element("h2", "Tests");
        for (TestResult result : run.results()) {
            test(page, run, result);
        }
        for (SkippedScenario skipped : run.plans().skipped()) {
            page.raw("<details><summary>")
                    .element("span", "status skipped", symbol(TestStatus.SKIPPED))
                    .element("b", skipped.scenarioKey() + " " + skipped.title())
                    .raw("</summary>")
                    .element("p", skipped.reason());
            if (skipped.line() != null) {
                page.element(
                        "p",
                        "note",
                        "Line " + skipped.line().number() + ": "
                                + skipped.line().text());
            }
            page.raw("</details>");
        }
        page.raw("</section>");
    }

    private static void test(Html page, RunDocuments run, TestResult result) {
        boolean wanted = result.status() == TestStatus.PASSED;
        page.raw(wanted ? "<details><summary>" : "<details open><summary>")
                .element(
                        "span",
                        "status " + result.status().name().toLowerCase(java.util.Locale.ROOT),
                        symbol(result.status()))
                .element("b", result.scenarioKey() + " " + result.title())
                .element(
                        "span",
                        "note",
                        result.framework() + ", " + Html.seconds(result.millis()) + (result.flaky() ? ", flaky" : ""))
                .raw("</summary>");
        if (result.message() != null) {
            page.element("p", "message", result.message());
        }
        page.raw("<ol>");
        for (StepResult step : result.steps()) {
            page.raw("<li class=\"" + step.status().name().toLowerCase(java.util.Locale.ROOT) + "\">")
                    .element("span", step.sentence())
                    .element("small", step.status() == TestStatus.SKIPPED ? "not run" : step.millis() + " ms")
                    .raw("</li>");
        }
        page.raw("</ol>");
        bindings(page, run, result);
        byte[] screenshot = run.screenshots().get(result.testId());
        if (screenshot != null) {
            page.raw("<figure><img alt=\"The page when the test failed\" src=\"data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(screenshot)
                    + "\"><figcaption>The page when the test failed</figcaption></figure>");
        }
        page.raw("</details>");
    }

    private static void bindings(Html page, RunDocuments run, TestResult result) {
        List<DataBinding> bindings = run.bindings().tests().stream()
                .filter(test -> test.testId().equals(result.testId()))
                .map(TestBindings.OfTest::bindings)
                .findFirst()
                .orElse(List.of());
        for (DataBinding binding : bindings) {
            page.element(
                    "p",
                    "note",
                    "Bound to row " + binding.row() + " of " + binding.table() + ": "
                            + String.join(
                                    ", ",
                                    binding.fields().entrySet().stream()
                                            .map(field -> field.getKey() + " = " + field.getValue())
                                            .toList()));
        }
    }

    private static String symbol(TestStatus status) {
        return switch (status) {
            case PASSED -> "✓ passed";
            case FAILED -> "✗ failed";
            case ERROR -> "! error";
            case SKIPPED -> "– skipped";
        };
    }
}
