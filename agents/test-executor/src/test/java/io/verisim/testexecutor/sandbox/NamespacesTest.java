package io.verisim.testexecutor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.error.VerisimException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class NamespacesTest {

    @Test
    void hasOnlyTheLoopbackDeviceAndSeesOnlyItsOwnProcesses(@TempDir Path scratch) throws Exception {
        Sandbox sandbox = require();
        try (ConfinedProcess process = sandbox.start(new SandboxSpec(
                List.of("/bin/sh", "-c", "cat /proc/net/dev; ls /proc; env"),
                List.of(),
                scratch,
                Map.of("PATH", "/usr/bin:/bin"),
                SandboxLimits.defaults()))) {
            String said = new String(process.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said.lines().filter(line -> line.matches("\\s*\\w+:.*")))
                    .singleElement()
                    .asString()
                    .contains("lo:");
            assertThat(said.lines().filter(line -> line.matches("[0-9]+")).map(Integer::parseInt))
                    .isNotEmpty()
                    .allMatch(pid -> pid < 20);
            assertThat(said).doesNotContain("USER=").doesNotContain("JAVA_HOME");
        }
    }

    private static Sandbox require() {
        try {
            return Sandboxes.choose(true, List.of(new Namespaces()));
        } catch (VerisimException e) {
            throw new TestAbortedException("Skipped: " + e.getMessage());
        }
    }
}
