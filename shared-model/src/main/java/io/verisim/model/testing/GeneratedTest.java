package io.verisim.model.testing;

/**
 * Code that was rendered from a plan; it goes to the task {@code execute_test} as the parameter {@code test}, with the
 * plan and the code as inputs {@code plan} and {@code code}.
 *
 * <p>What a runner can rely on, by framework:
 *
 * <p>{@code playwright}: one Java 21 source file with one public class, which needs nothing but
 * {@code com.microsoft.playwright:playwright} on the class path and has one entry point,
 *
 * <pre>{@code
 * public static void run(
 *         com.microsoft.playwright.Page page,
 *         java.util.function.UnaryOperator<String> secrets,
 *         java.util.function.IntConsumer step)
 * }</pre>
 *
 * <ul>
 *   <li>{@code page}: a fresh page of a context whose {@code baseURL} is the system under test; all navigation is
 *       relative. Time limits are those of the context and of {@code PlaywrightAssertions}; the code sets none. Test
 *       ids are {@code data-testid}, Playwright's default.
 *   <li>{@code secrets}: gives the value of a {@link Value.Secret} by name ({@code username}, {@code password}), which
 *       the runner has from the credentials of the system under test.
 *   <li>{@code step}: called with the index of a step in {@link TestPlan#steps()}, from 0, right before the step: from
 *       two calls the runner knows how long a step took, and from the last one which step failed.
 *   <li>An expectation that does not hold throws an {@link AssertionError}: the test FAILED. So does an element that
 *       does not appear, as {@code com.microsoft.playwright.TimeoutError}. Anything else that is thrown: ERROR.
 * </ul>
 *
 * @param testId names the test
 * @param scenarioKey the scenario it comes from
 * @param title what is tested, for people
 * @param framework name of the framework, such as {@code playwright}
 * @param className simple name of the class, or what stands for it in the framework
 * @param packageName package of the class; empty where the framework knows none
 * @param sourceFile file name of the code, such as {@code Crm12Test.java}
 */
public record GeneratedTest(
        TestId testId,
        ScenarioKey scenarioKey,
        String title,
        String framework,
        String className,
        String packageName,
        String sourceFile) {

    /** The class name with its package. */
    public String qualifiedName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }
}
