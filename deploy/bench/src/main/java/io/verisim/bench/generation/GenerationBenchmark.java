package io.verisim.bench.generation;

import io.verisim.bench.Bar;
import io.verisim.bench.Benchmark;
import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Footprint;
import io.verisim.synthesizer.generation.GenerationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast twins are made and in how much memory: rows a second in a warm JVM, and whole commands in processes of their
 * own. The large table is a twin of the census by {@code gaussian_copula}.
 */
public final class GenerationBenchmark implements Benchmark {

    private static final String CENSUS = "data/single/adult_census.csv";
    private static final String COPULA = "gaussian_copula";
    private static final List<String> STREAMED = List.of(".csv", ".jsonl", ".parquet");

    private static final double TYPED_RATE = 1e6;
    private static final double CSV_RATE = 4e5;
    private static final double FIT_SECONDS = 10;
    private static final double COPULA_MEBI = 1_024;
    private static final double WHOLE_SECONDS = 45;
    private static final double WHOLE_MEBI = 2_048;
    private static final double TEN_TIMES = 11;

    /** Memory is flat where ten times the rows take at most so much more of it, MiB: little beside their gigabyte. */
    private static final double FLAT_MEBI = 150;

    private static final int TIMES = 3;
    private static final Duration WARMTH = Duration.ofSeconds(4);
    private static final int RATE_ROWS = 1_000_000;

    @Override
    public String name() {
        return "generation";
    }

    @Override
    public String about() {
        return "how fast twins are made, in how much memory, from a million rows and to ten million";
    }

    @Override
    public void measure(BenchmarkRun run) throws IOException, InterruptedException {
        Path shared = run.shared();
        Path census = shared == null ? null : shared.resolve(CENSUS);
        if (census == null || Files.notExists(census)) {
            run.say("No " + CENSUS + " beside the project (VERISIM_SHARED): nothing is measured.");
            return;
        }
        int million = run.brief() ? 100_000 : 1_000_000;
        rates(run, census);
        Path large = run.scratch().resolve("large.csv");
        run.say("A table of %,d rows".formatted(million));
        generate(run, census, COPULA, large, million);
        copula(run, large, million);
        streams(run, census, million);
        whole(run, large, million);
        run.page(new RatePage(run.figures(), million).markdown());
    }

    private static void rates(BenchmarkRun run, Path census) throws IOException {
        run.say("Rates of " + GenerationOptions.DEFAULT_MODEL + " on the census");
        Learnt learnt = Learnt.of(census, GenerationOptions.DEFAULT_MODEL, RATE_ROWS);
        run.figure("census: fit", learnt.fitSeconds(), "s", Bar.atMost(FIT_SECONDS));
        run.figure("census: sampled to typed columns", learnt.typed(TIMES, WARMTH), "rows/s", Bar.atLeast(TYPED_RATE));
        run.figure(
                "census: sampled and written as CSV",
                learnt.written(run.scratch(), ".csv", TIMES, WARMTH),
                "rows/s",
                Bar.atLeast(CSV_RATE));
    }

    private static void copula(BenchmarkRun run, Path large, int rows) throws IOException, InterruptedException {
        run.say("gaussian_copula on %,d rows".formatted(rows));
        Learnt learnt = Learnt.of(large, COPULA, RATE_ROWS);
        run.figure("gaussian_copula on the large table: fit", learnt.fitSeconds(), "s", Bar.atMost(FIT_SECONDS));
        run.figure(
                "gaussian_copula on the large table: sampled to typed columns",
                learnt.typed(TIMES, WARMTH),
                "rows/s",
                Bar.atLeast(TYPED_RATE));
        Footprint taken = generate(run, large, COPULA, run.scratch().resolve("copula.csv"), rows);
        run.figure(
                "gaussian_copula on the large table: memory of generate",
                taken.peakMebi(),
                "MiB",
                Bar.atMost(COPULA_MEBI));
    }

    private static void streams(BenchmarkRun run, Path census, int rows) throws IOException, InterruptedException {
        for (String suffix : STREAMED) {
            run.say("%,d and %,d rows to %s".formatted(rows, 10L * rows, suffix));
            Path out = run.scratch().resolve("streamed" + suffix);
            Footprint once = generate(run, census, COPULA, out, rows);
            Footprint tenTimes = generate(run, census, COPULA, out, 10L * rows);
            String what = "to " + suffix + ": ";
            run.figure(what + "memory for a tenth of the rows", once.peakMebi(), "MiB");
            run.figure(
                    what + "memory for all, more than that",
                    tenTimes.peakMebi() - once.peakMebi(),
                    "MiB",
                    Bar.atMost(FLAT_MEBI));
            run.figure(
                    what + "time for all over that for a tenth",
                    tenTimes.seconds() / once.seconds(),
                    "×",
                    Bar.atMost(TEN_TIMES));
        }
    }

    private static void whole(BenchmarkRun run, Path large, int rows) throws IOException, InterruptedException {
        run.say("Read, fit, sample, write and report %,d rows".formatted(rows));
        Path report = run.scratch().resolve("report.json");
        Path out = run.scratch().resolve("whole.parquet");
        Footprint taken =
                generate(run, large, GenerationOptions.DEFAULT_MODEL, out, rows, "--report", report.toString());
        run.figure("large table, read to report: time", taken.seconds(), "s", Bar.atMost(WHOLE_SECONDS));
        run.figure("large table, read to report: memory", taken.peakMebi(), "MiB", Bar.atMost(WHOLE_MEBI));
    }

    private static Footprint generate(BenchmarkRun run, Path source, String model, Path out, long rows, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "generate",
                source.toString(),
                "--model",
                model,
                "--rows",
                Long.toString(rows),
                "--out",
                out.toString(),
                "--force"));
        arguments.addAll(List.of(more));
        return Footprint.of(run, arguments);
    }
}
