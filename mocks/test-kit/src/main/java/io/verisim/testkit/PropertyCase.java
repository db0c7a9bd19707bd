package io.verisim.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.TestAbortedException;

/** One case of a property: its size, its generator, and what a failure says. */
final class PropertyCase
        implements TestTemplateInvocationContext, ParameterResolver, ExecutionCondition, TestExecutionExceptionHandler {

    private final int index;
    private final int size;
    private final long seed;
    private final AtomicBoolean failed;

    PropertyCase(int index, int size, long seed, AtomicBoolean failed) {
        this.index = index;
        this.size = size;
        this.seed = seed;
        this.failed = failed;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return "case " + invocationIndex + ", size " + size + ", seed " + seed;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == int.class || type == RandomGenerator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == int.class
                ? size
                : RandomGeneratorFactory.of("L64X128MixRandom").create(Seeds.mix(seed, index));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return failed.get()
                ? ConditionEvaluationResult.disabled("a smaller case failed")
                : ConditionEvaluationResult.enabled("no smaller case failed");
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (!(failure instanceof TestAbortedException)) {
            failed.set(true);
            String hint = context.getRequiredTestMethod().getName() + " failed on case " + (index + 1) + " of size "
                    + size + "; replay with " + PropertyExtension.SEED + "=" + seed;
            System.err.println(hint);
            failure.addSuppressed(new AssertionError(hint));
        }
        throw failure;
    }
}
