package io.verisim.testexecutor.report;

import io.verisim.model.testing.SkippedScenario;
import io.verisim.model.testing.TestResult;
import io.verisim.model.testing.TestStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many tests ended how; scenarios from which no test was made count as skipped.
 *
 * @param total all tests
 * @param passed tests whose expectations held
 * @param failed tests that found the system under test to do something else
 * @param error tests that could not be run to their end
 * @param skipped tests that were not run
 */
public record TestTally(int total, int passed, int failed, int error, int skipped) {

    public static TestTally of(List<TestResult> results, List<SkippedScenario> withoutTest) {
        int skipped = count(results, TestStatus.SKIPPED) + withoutTest.size();
        return new TestTally(
                results.size() + withoutTest.size(),
                count(results, TestStatus.PASSED),
                count(results, TestStatus.FAILED),
                count(results, TestStatus.ERROR),
                skipped);
    }

    private static int count(List<TestResult> results, TestStatus status) {
        return (int) results.stream().filter(r -> r.status() == status).count();
    }

    /** The figures by name, as the summary of a workflow has them. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("total", total);
        facts.put("passed", passed);
        facts.put("failed", failed);
        facts.put("error", error);
        facts.put("skipped", skipped);
        return facts;
    }

    /** The figures in words. */
    String words() {
        StringBuilder words = new StringBuilder();
        words.append(passed).append(" of ").append(total).append(total == 1 ? " test passed" : " tests passed");
        append(words, failed, " failed");
        append(words, error, " could not be run to the end");
        append(words, skipped, " skipped");
        return words.toString();
    }

    private static void append(StringBuilder words, int count, String what) {
        if (count > 0) {
            words.append(", ").append(count).append(what);
        }
    }
}
