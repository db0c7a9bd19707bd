package io.verisim.testexecutor.runner;

import io.verisim.testexecutor.sandbox.Sandbox;
import io.verisim.testexecutor.sandbox.SandboxLimits;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a runner works with.
 *
 * @param sandbox what tests are confined by
 * @param limits what one test may use
 * @param installation directory where the runner keeps what it prepares once, such as browser drivers
 * @param javaHome JDK of the processes
 * @param browser a Chromium; found by the runner where none is given
 * @param warm sandboxes started ahead
 */
public record RunnerEnvironment(
        Sandbox sandbox,
        SandboxLimits limits,
        Path installation,
        Path javaHome,
        @Nullable Path browser,
        int warm) {

    public RunnerEnvironment {
        if (warm < 0 || warm > 8) {
            throw new IllegalArgumentException(
                    "verisim.executor.warm (VERISIM_WARM_SANDBOXES) is " + warm + "; choose 0 to 8");
        }
    }
}
