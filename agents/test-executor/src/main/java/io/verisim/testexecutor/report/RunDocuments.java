package io.verisim.testexecutor.report;

import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.testing.TestBindings;
import io.verisim.model.testing.TestId;
import io.verisim.model.testing.TestPlans;
import io.verisim.model.testing.TestResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a run has to tell.
 *
 * @param workflow the run
 * @param data what the twin is; null where the run made none
 * @param plans plans of the tests, and scenarios without one
 * @param bindings rows that the tests are bound to
 * @param results how the tests ended
 * @param screenshots picture of the moment of failure, PNG, by test
 * @param sandbox what the tests were confined by
 */
record RunDocuments(
        WorkflowId workflow,
        @Nullable TwinDocuments data,
        TestPlans plans,
        TestBindings bindings,
        List<TestResult> results,
        Map<TestId, byte[]> screenshots,
        String sandbox) {

    RunDocuments {
        results = List.copyOf(results);
        screenshots = Map.copyOf(screenshots);
    }

    TestTally tally() {
        return TestTally.of(results, plans.skipped());
    }

    /**
     * What is told of the data.
     *
     * @param sensitivity what was sensitive in the source
     * @param manifest what the twin is
     * @param quality measures of the twin, as {@code evaluate --json} prints them
     * @param detector whether the twin can be told from the source; null where it was not measured
     * @param loads what was loaded where
     */
    record TwinDocuments(
            SensitivityReport sensitivity,
            DatasetManifest manifest,
            JsonNode quality,
            @Nullable JsonNode detector,
            List<JsonNode> loads) {

        TwinDocuments {
            loads = List.copyOf(loads);
        }
    }
}
