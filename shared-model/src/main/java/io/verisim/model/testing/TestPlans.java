package io.verisim.model.testing;

import java.util.List;

/** All plans of a workflow and the scenarios that yielded none; artifact {@code plans.json}. */
public record TestPlans(List<TestPlan> plans, List<SkippedScenario> skipped) {

    public TestPlans {
        plans = List.copyOf(plans);
        skipped = List.copyOf(skipped);
    }
}
