package io.verisim.testexecutor.app;

import io.verisim.model.error.VerisimException;
import io.verisim.testexecutor.runner.RunnerEnvironment;
import io.verisim.testexecutor.runner.TestRunner;
import io.verisim.testexecutor.runner.TestRunnerProvider;
import io.verisim.testexecutor.sandbox.Sandbox;
import io.verisim.testexecutor.sandbox.SandboxLimits;
import io.verisim.testexecutor.sandbox.Sandboxes;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runners of this agent, one for each framework; the sandbox is chosen when it is first needed. */
final class Runners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Runners.class);

    private final ExecutorProperties properties;
    private final Path installation;
    private final Map<String, TestRunnerProvider> providers = new TreeMap<>();
    private final Map<String, TestRunner> open = new TreeMap<>();
    private @Nullable Sandbox sandbox;

    Runners(ExecutorProperties properties, Path installation) {
        this.properties = properties;
        this.installation = installation;
        ServiceLoader.load(TestRunnerProvider.class, TestRunnerProvider.class.getClassLoader())
                .forEach(provider -> providers.put(provider.framework(), provider));
    }

    /** By what tests are confined. */
    synchronized Sandbox sandbox() {
        if (sandbox == null) {
            sandbox = Sandboxes.choose(properties.unsafe());
            LOG.info("Tests are confined by {}", sandbox.kind());
        }
        return sandbox;
    }

    /** By what tests are confined, for a report: {@code none} where nothing confines them, so that none was run. */
    String confinement() {
        try {
            return sandbox().kind().toString();
        } catch (VerisimException e) {
            return "none";
        }
    }

    /**
     * The runner of a framework.
     *
     * @throws VerisimException CONFIGURATION where there is none of that name; INTEGRATION where nothing confines tests
     */
    synchronized TestRunner of(String framework) {
        TestRunnerProvider provider = providers.get(framework);
        if (provider == null) {
            throw VerisimException.configuration(
                    "FRAMEWORK_UNKNOWN",
                    "No runner for the test framework '" + framework + "' is installed.",
                    "Choose one of " + providers.keySet() + ".");
        }
        TestRunner runner = open.get(framework);
        if (runner == null) {
            runner = provider.open(environment());
            open.put(framework, runner);
        }
        return runner;
    }

    /** Lets runners start sandboxes ahead; a machine on which none works says so when a test comes. */
    void warmUp() {
        if (properties.warm() == 0) {
            return;
        }
        for (String framework : providers.keySet()) {
            try {
                of(framework);
            } catch (VerisimException e) {
                LOG.warn(
                        "Tests will be refused: {} {}",
                        e.getMessage(),
                        e.detail().remedy());
            }
        }
    }

    private RunnerEnvironment environment() {
        Path chromium = properties.chromium();
        return new RunnerEnvironment(
                sandbox(),
                SandboxLimits.defaults().withMemoryBytes(properties.memory().toBytes()),
                installation,
                Path.of(System.getProperty("java.home")),
                chromium == null || chromium.toString().isEmpty() ? null : chromium,
                properties.warm());
    }

    @Override
    public synchronized void close() {
        open.values().forEach(TestRunner::close);
        open.clear();
    }
}
