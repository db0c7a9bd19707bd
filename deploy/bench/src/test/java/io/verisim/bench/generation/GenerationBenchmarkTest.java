package io.verisim.bench.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.bench.Bar;
import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Figure;
import io.verisim.bench.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationBenchmarkTest {

    @TempDir
    private Path scratch;

    private final List<String> said = new ArrayList<>();

    @Test
    void aTableIsLearntAndMadeAtARate() throws Exception {
        Path table = scratch.resolve("table.csv");
        Random random = new Random(1);
        List<String> lines = new ArrayList<>(List.of("age,pay,team"));
        for (int row = 0; row < 400; row++) {
            int age = 20 + random.nextInt(40);
            lines.add(age + "," + (age * 50 + random.nextInt(500)) + "," + (age < 40 ? "red" : "blue"));
        }
        Files.write(table, lines);
        Learnt learnt = Learnt.of(table, "gaussian_copula", 9_000);
        assertThat(learnt.fitSeconds()).isPositive();
        assertThat(learnt.typed(1, Duration.ZERO)).isPositive().isFinite();
        assertThat(learnt.written(scratch, ".csv", 1, Duration.ZERO))
                .isPositive()
                .isFinite();
        assertThat(scratch.resolve("rate.csv")).doesNotExist();
    }

    @Test
    void thePageShowsEveryFigureBesideItsBar() {
        List<Figure> figures = List.of(
                new Figure("rate", 1_234_567.8, "rows/s", Bar.atLeast(1e6)),
                new Figure("memory", Double.NaN, "MiB", null),
                new Figure("time", 9.876, "s", Bar.atMost(11)));
        assertThat(new RatePage(figures, 1_000_000).markdown())
                .contains(
                        "twin of it by `gaussian_copula` of 1,000,000 rows",
                        "| rate | 1,234,568 rows/s | ≥ 1,000,000 |",
                        "| memory | – MiB |  |",
                        "| time | 9.88 s | ≤ 11 |");
    }

    @Test
    void withoutSampleDataNothingIsMeasured() throws Exception {
        BenchmarkRun run = new BenchmarkRun(
                new Launcher(List.of("true")), scratch, null, new BenchmarkRun.Extent(true, 1, null), said::add);
        new GenerationBenchmark().measure(run);
        assertThat(run.figures()).isEmpty();
        assertThat(said).singleElement().asString().startsWith("No data/single");
    }
}
