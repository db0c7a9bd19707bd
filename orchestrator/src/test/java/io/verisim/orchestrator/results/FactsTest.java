package io.verisim.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.id.WorkflowId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final WorkflowId ID = new WorkflowId(new UUID(1, 1));
    private static final List<String> STEPS = List.of("evaluate", "detect", "load", "publish");

    private static Facts.Told told(String step, int ordinal, Map<String, Object> facts) {
        return new Facts.Told(ID, step, ordinal, facts);
    }

    @Test
    void factsAreMergedInTheOrderOfThePipelineWhateverOrderTheyCameIn() {
        Map<String, Object> merged = Facts.merged(
                List.of(
                        told("load", 1, Map.of("targets", List.of("second"))),
                        told("detect", 0, Map.of("synthetic", Map.of("quality", Map.of("auc", 0.5)))),
                        told("load", 0, Map.of("targets", List.of("first"))),
                        told("evaluate", 0, Map.of("synthetic", Map.of("rows", 7, "quality", Map.of("overall", 0.9))))),
                STEPS);
        assertThat(merged)
                .isEqualTo(Map.of(
                        "synthetic", Map.of("rows", 7, "quality", Map.of("overall", 0.9, "auc", 0.5)),
                        "targets", List.of("first", "second")));
        assertThat(merged.keySet()).containsExactly("synthetic", "targets");
    }

    @Test
    void theOutcomeSaysWhatIsKnown() {
        Map<WorkflowId, String> outcomes = Facts.outcomes(
                List.of(
                        told(
                                "evaluate",
                                0,
                                Map.of(
                                        "synthetic",
                                        Map.of("rows", 10_000, "quality", Map.of("overallAllPairs", 0.9812)))),
                        told(
                                "publish",
                                0,
                                Map.of(
                                        "tests",
                                        Map.of("total", 8, "passed", 7),
                                        "jira",
                                        Map.of("bugs", List.of("TEL-9"))))),
                STEPS);
        assertThat(outcomes.get(ID)).isEqualTo("10,000 rows, quality 0.981, 7 of 8 tests passed, 1 bug");
    }

    @Test
    void whoToldNothingHasNoOutcome() {
        assertThat(Facts.outcomes(List.of(told("load", 0, Map.of("targets", List.of()))), STEPS))
                .isEmpty();
    }
}
