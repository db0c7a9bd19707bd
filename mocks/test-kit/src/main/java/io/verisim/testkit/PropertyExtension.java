package io.verisim.testkit;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Turns a {@link Property} into its cases. */
final class PropertyExtension implements TestTemplateInvocationContextProvider {

    static final String SEED = "VERISIM_SEED";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(Property.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        Property property = method.getAnnotation(Property.class);
        if (property.tries() < 1 || property.maxSize() < 0) {
            throw new IllegalArgumentException("@Property of " + method + " needs tries >= 1 and maxSize >= 0");
        }
        long seed = seed(System.getProperty(SEED, System.getenv(SEED)), method);
        AtomicBoolean failed = new AtomicBoolean();
        return IntStream.range(0, property.tries())
                .mapToObj(index -> new PropertyCase(index, size(index, property), seed, failed));
    }

    private static long seed(@Nullable String chosen, Method method) {
        if (chosen == null || chosen.isBlank()) {
            return Seeds.of(method.getDeclaringClass().getName() + "#" + method.getName());
        }
        return chosen.equals("random") ? ThreadLocalRandom.current().nextLong() : Long.parseLong(chosen.trim());
    }

    private static int size(int index, Property property) {
        return property.tries() == 1
                ? property.maxSize()
                : (int) ((long) index * property.maxSize() / (property.tries() - 1));
    }
}
