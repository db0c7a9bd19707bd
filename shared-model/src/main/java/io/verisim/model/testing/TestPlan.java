package io.verisim.model.testing;

import java.util.List;

/**
 * A test as typed steps, from which code is rendered for a test framework. The plan, not the code, is what a parser or a
 * language model produces.
 *
 * @param testId names the test
 * @param scenarioKey the scenario it comes from
 * @param title what is tested, for people
 * @param steps what is done and expected, in order; at least one
 * @param bindings rows of the dataset that the steps use
 * @param tags such as {@code defect}; free
 */
public record TestPlan(
        TestId testId,
        ScenarioKey scenarioKey,
        String title,
        List<Step> steps,
        List<DataBinding> bindings,
        List<String> tags) {

    public TestPlan {
        steps = List.copyOf(steps);
        bindings = List.copyOf(bindings);
        tags = List.copyOf(tags);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("Test '" + testId + "' has no step");
        }
    }
}
