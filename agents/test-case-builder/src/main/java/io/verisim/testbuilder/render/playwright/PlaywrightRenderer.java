package io.verisim.testbuilder.render.playwright;

import io.verisim.model.testing.GeneratedTest;
import io.verisim.model.testing.TestPlan;
import io.verisim.testbuilder.render.RenderedTest;
import io.verisim.testbuilder.render.TestRenderer;

/** Renders plans as Java for Playwright, in the shape that {@link GeneratedTest} describes. */
public final class PlaywrightRenderer implements TestRenderer {

    private static final String FRAMEWORK = "playwright";
    private static final String PACKAGE = "io.verisim.generated";

    @Override
    public String framework() {
        return FRAMEWORK;
    }

    @Override
    public RenderedTest render(TestPlan plan) {
        String className = JavaText.camelCase(plan.testId().value(), true) + "Test";
        GeneratedTest test = new GeneratedTest(
                plan.testId(), plan.scenarioKey(), plan.title(), FRAMEWORK, className, PACKAGE, className + ".java");
        return new RenderedTest(test, new PlaywrightSource(plan, className, PACKAGE).text());
    }
}
