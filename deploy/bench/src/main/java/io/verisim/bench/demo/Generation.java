package io.verisim.bench.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import io.verisim.bench.Bar;
import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code generate}: the same bytes however it is cut and threaded, and exactly as many rows as asked for. */
final class Generation {

    private Generation() {}

    static void measure(BenchmarkRun run) throws IOException, InterruptedException {
        int rows = run.brief() ? 20_000 : 100_000;
        Path source = run.scratch().resolve("home-0/production/telecom_customers-10000-42.csv");
        List<Path> twins = new ArrayList<>();
        double seconds = Double.NaN;
        for (List<String> cut : List.of(
                List.of("--threads", "1"),
                List.of("--threads", "2"),
                List.of("--threads", "2", "--chunk-blocks", "1"),
                List.of("--threads", "1", "--chunk-blocks", "7"))) {
            run.say("generate " + String.join(" ", cut));
            Path twin = run.scratch().resolve("twin-" + twins.size() + ".csv");
            List<String> arguments = new ArrayList<>(List.of(
                    "generate",
                    source.toString(),
                    "--rows",
                    Integer.toString(rows),
                    "--seed",
                    "7",
                    "--out",
                    twin.toString()));
            arguments.addAll(cut);
            Launcher.Outcome outcome = run.launcher().run(run.scratch(), arguments);
            twins.add(twin);
            seconds = outcome.seconds();
        }
        int same = 0;
        for (Path twin : twins) {
            same += Files.exists(twin) && Files.mismatch(twins.getFirst(), twin) < 0 ? 1 : 0;
        }
        run.figure(
                "generate: of %d ways to cut and thread, equal bytes".formatted(twins.size()),
                same,
                "",
                Bar.exactly(twins.size()));
        run.figure("generate: rows", rowsOf(twins.getFirst()), "", Bar.exactly(rows));
        run.figure("generate: %,d rows of 32 columns, one thread, fit included".formatted(rows), seconds, "s");
    }

    private static double rowsOf(Path file) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().count();
        }
    }
}
