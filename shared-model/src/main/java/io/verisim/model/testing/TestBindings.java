package io.verisim.model.testing;

import java.util.List;

/** Which rows and fields each test is bound to; artifact {@code bindings.json}. */
public record TestBindings(List<OfTest> tests) {

    public TestBindings {
        tests = List.copyOf(tests);
    }

    public static TestBindings of(List<TestPlan> plans) {
        return new TestBindings(plans.stream()
                .map(plan -> new OfTest(plan.testId(), plan.scenarioKey(), plan.title(), plan.bindings()))
                .toList());
    }

    /** The bindings of one test. */
    public record OfTest(TestId testId, ScenarioKey scenarioKey, String title, List<DataBinding> bindings) {

        public OfTest {
            bindings = List.copyOf(bindings);
        }
    }
}
