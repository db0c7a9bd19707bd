package io.verisim.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Figure;
import io.verisim.bench.Launcher;
import io.verisim.bench.faults.FaultsBenchmark;
import io.verisim.cli.Verisim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.FileSystemUtils;

/** The short form of the benchmark of faults, with one seed. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultsTest {

    private static final long SEED = 20;

    @Test
    void nothingIsLostAndNothingIsDoneTwiceWhileProcessesAreKilled() throws IOException, InterruptedException {
        // Not a directory of the test framework's: what went wrong is to be found afterwards.
        Path scratch = Files.createTempDirectory("verisim-faults");
        BenchmarkRun run = new BenchmarkRun(
                new Launcher(program()),
                scratch,
                null,
                new BenchmarkRun.Extent(true, SEED, null),
                sentence -> System.out.println("  … " + sentence));

        new FaultsBenchmark().measure(run);

        run.figures().forEach(figure -> System.out.println(figure.line()));
        assertThat(run.figures().stream().filter(figure -> !figure.holds()).map(Figure::line))
                .as("see %s", scratch)
                .isEmpty();
        if (!run.keepsScratch()) {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static List<String> program() {
        return List.of(
                "env",
                "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1", // processes that live for a minute are not worth more
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Verisim.class.getName());
    }
}
