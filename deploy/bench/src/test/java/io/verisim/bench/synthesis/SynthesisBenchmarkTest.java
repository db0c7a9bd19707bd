package io.verisim.bench.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Figure;
import io.verisim.bench.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form on one small table that stands where a real one would. */
class SynthesisBenchmarkTest {

    private static final int ROWS = 400;

    @TempDir
    private Path shared;

    @TempDir
    private Path scratch;

    private final List<String> said = new ArrayList<>();

    @Test
    void everyModelIsMeasuredOnTheTablesThatAreThere() throws Exception {
        writeTable(Files.createDirectories(shared.resolve("data/single")));
        BenchmarkRun run = run(shared);

        new SynthesisBenchmark().measure(run);

        assertThat(said).anyMatch(sentence -> sentence.startsWith("Skipped telco_customer_churn"));
        assertThat(run.figures())
                .extracting(Figure::what)
                .contains(
                        "hr, other real rows: quality, all pairs",
                        "hr, latent_mixture: tree detector",
                        "hr, gaussian_copula: exact copies");
        assertThat(run.figures())
                .filteredOn(figure -> !figure.what().endsWith("memory at its peak"))
                .allMatch(figure -> Double.isFinite(figure.measured()));
        assertThat(run.page().orElseThrow())
                .contains("| `hr_attrition` | `latent_mixture` |", "| `hr_attrition` | `gaussian_copula` |");
    }

    @Test
    void withoutSampleDataNothingIsMeasured() throws Exception {
        BenchmarkRun run = run(null);

        new SynthesisBenchmark().measure(run);

        assertThat(run.figures()).isEmpty();
        assertThat(said).singleElement().asString().startsWith("No sample data");
    }

    private BenchmarkRun run(@org.jspecify.annotations.Nullable Path data) {
        return new BenchmarkRun(
                new Launcher(List.of("true")), scratch, data, new BenchmarkRun.Extent(true, 1, null), said::add);
    }

    private static void writeTable(Path folder) throws Exception {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>(List.of("age,pay,Attrition"));
        for (int row = 0; row < ROWS; row++) {
            int age = 20 + random.nextInt(40);
            lines.add(age + "," + (age * 50 + random.nextInt(500)) + "," + (age < 40 ? "red" : "blue"));
        }
        Files.write(folder.resolve("hr_attrition.csv"), lines);
        Files.writeString(folder.resolve("hr_attrition.metadata.json"), """
                {"columns": {"age": {"sdtype": "numerical"}, "pay": {"sdtype": "numerical"},
                 "Attrition": {"sdtype": "categorical"}}}
                """);
    }
}
