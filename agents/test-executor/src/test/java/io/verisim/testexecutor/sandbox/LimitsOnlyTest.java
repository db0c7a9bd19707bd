package io.verisim.testexecutor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LimitsOnlyTest {

    @Test
    void aChildThatLostItsParentEndsWithTheSandboxToo(@TempDir Path scratch) throws Exception {
        Sandbox sandbox = Sandboxes.choose(true, List.of(new LimitsOnly()));
        ProcessHandle orphan;
        // The middle shell ends once it was seen, so that its child belongs to nobody.
        try (ConfinedProcess process = sandbox.start(spec(
                scratch,
                "(sleep 300 & echo $!; while [ ! -e seen ]; do sleep 0.1; done) ; while :; do sleep 1; done"))) {
            BufferedReader said = process.process().inputReader(StandardCharsets.UTF_8);
            orphan = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            while (!process.watched(orphan)) {
                Thread.onSpinWait();
            }
            Files.createFile(scratch.resolve("seen"));
            while (orphan.parent().flatMap(p -> p.info().command()).orElse("").contains("sh")
                    && isBelow(orphan, process.process().toHandle())) {
                Thread.onSpinWait();
            }
            assertThat(orphan.isAlive()).isTrue();
        }
        assertThat(ConfinedProcess.runs(orphan)).isFalse();
    }

    private static boolean isBelow(ProcessHandle handle, ProcessHandle root) {
        return root.descendants().anyMatch(handle::equals);
    }

    @Test
    void nothingOfTheEnvironmentIsInherited(@TempDir Path scratch) throws Exception {
        Sandbox sandbox = Sandboxes.choose(true, List.of(new LimitsOnly()));
        try (ConfinedProcess process = sandbox.start(spec(scratch, "env"))) {
            String said = new String(process.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("GIVEN=yes").doesNotContain("JAVA_HOME", "USER=", "VERISIM");
        }
    }

    private static SandboxSpec spec(Path scratch, String script) {
        return new SandboxSpec(
                List.of("/bin/sh", "-c", script),
                List.of(),
                scratch,
                Map.of("PATH", "/usr/bin:/bin", "GIVEN", "yes"),
                SandboxLimits.defaults());
    }
}
