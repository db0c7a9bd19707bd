package io.verisim.testbuilder.render;

import io.verisim.model.testing.TestPlan;

/**
 * Renders plans as code of one test framework; found by the service loader. The same plan gives the same code. Whatever
 * text stands in a plan becomes a literal or a harmless comment, never code.
 */
public interface TestRenderer {

    /** Name of the framework, in lower case. */
    String framework();

    RenderedTest render(TestPlan plan);
}
