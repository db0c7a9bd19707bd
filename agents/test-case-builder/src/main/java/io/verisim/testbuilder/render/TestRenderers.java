package io.verisim.testbuilder.render;

import io.verisim.model.error.VerisimException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The test frameworks that there is a renderer for. */
public final class TestRenderers {

    private TestRenderers() {}

    public static List<String> frameworks() {
        return all().stream().map(TestRenderer::framework).sorted().toList();
    }

    /** @throws VerisimException CONFIGURATION where there is none for the framework */
    public static TestRenderer named(String framework) {
        return all().stream()
                .filter(renderer -> renderer.framework().equals(framework))
                .findFirst()
                .orElseThrow(() -> VerisimException.configuration(
                        "TEST_FRAMEWORK_UNKNOWN",
                        "There is no test framework '" + framework + "'.",
                        "Choose one of " + frameworks().stream().collect(Collectors.joining(", ")) + "."));
    }

    private static List<TestRenderer> all() {
        return ServiceLoader.load(TestRenderer.class, TestRenderer.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
