package io.verisim.bench.demo;

import io.verisim.bench.Bar;
import io.verisim.bench.Benchmark;
import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The guided demo, from command to summary; then what the commands without a server promise. */
public final class DemoBenchmark implements Benchmark {

    private static final int REPETITIONS = 3;
    private static final String ROWS = "10000";
    private static final String SEED = "42";

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String about() {
        return "the guided demo from command to summary, the twin's safety, determinism, agreement with SDMetrics, bad input";
    }

    @Override
    public void measure(BenchmarkRun run) throws IOException, InterruptedException {
        telecom(run);
        Path shared = run.shared();
        if (shared == null) {
            run.say(
                    "No sample data beside the project (VERISIM_SHARED): the real table and the golden vectors are left out.");
        } else {
            if (!run.brief()) {
                realTable(run, shared.resolve("data/single/telco_customer_churn.csv"));
            }
            GoldenVectors.measure(run, shared.resolve("golden"));
        }
        Generation.measure(run);
        BadInput.measure(run);
    }

    private static void telecom(BenchmarkRun run) throws IOException, InterruptedException {
        int repetitions = run.brief() ? 1 : REPETITIONS;
        double[] seconds = new double[repetitions];
        JsonNode summary = null;
        Path home = run.scratch();
        for (int i = 0; i < repetitions; i++) {
            run.say("Demo, run %d of %d, in a new home".formatted(i + 1, repetitions));
            home = run.scratch().resolve("home-" + i);
            Launcher.Outcome outcome = demo(run, home, List.of());
            seconds[i] = outcome.exit() == 0 ? outcome.seconds() : Double.NaN;
            summary = outcome.document();
        }
        Arrays.sort(seconds);
        run.figure("demo, command to summary, median of " + repetitions, seconds[repetitions / 2], "s", Bar.atMost(60));
        if (summary == null) {
            return;
        }
        workflow(run, "demo", summary, 0.80);
        run.figure("demo: bugs opened", summary.at("/jira/bugs").size(), "", Bar.exactly(1));
        run.figure("demo: screenshots in Jira", screenshots(home), "", Bar.exactly(1));
        Path source = home.resolve("production/telecom_customers-" + ROWS + "-" + SEED + ".csv");
        run.figure(
                "demo: rare identifying values of the source in the twin",
                RareValues.measure(
                        run, source, Path.of(summary.at("/artifacts/dataset").asString(""))),
                "",
                Bar.exactly(0));

        run.say("Demo again in the same home");
        JsonNode again = demo(run, home, List.of()).document();
        run.figure("again in the same home: bugs opened", again.at("/jira/bugs").size(), "", Bar.exactly(0));
        String bug = summary.at("/jira/bugs/0").asString("");
        long comments = again.at("/jira/commented")
                .valueStream()
                .filter(key -> key.asString("").equals(bug))
                .count();
        run.figure("again in the same home: comments on the known bug", comments, "", Bar.exactly(1));
    }

    private static void realTable(BenchmarkRun run, Path table) throws IOException, InterruptedException {
        run.say("Demo on a real table, " + table.getFileName());
        Launcher.Outcome outcome = demo(run, run.scratch().resolve("home-real"), List.of("--input", table.toString()));
        run.figure("real table, command to summary", outcome.seconds(), "s", Bar.atMost(60));
        workflow(run, "real table", outcome.document(), 0.88);
        run.figure(
                "real table: bugs opened", outcome.document().at("/jira/bugs").size(), "", Bar.exactly(1));
    }

    private static void workflow(BenchmarkRun run, String what, JsonNode summary, double detectorBar) {
        run.figure(what + ": the workflow in it", number(summary, "/seconds"), "s");
        run.figure(
                what + ": stages completed",
                summary.path("stages")
                        .valueStream()
                        .filter(stage -> stage.path("status").asString("").equals("COMPLETED"))
                        .count(),
                "",
                Bar.exactly(6));
        run.figure(
                what + ": quality, all pairs",
                number(summary, "/synthetic/quality/overallAllPairs"),
                "",
                Bar.atLeast(0.95));
        run.figure(
                what + ": tree detector (0.5 is guessing)",
                number(summary, "/synthetic/quality/treeDetectorAuc"),
                "",
                Bar.atMost(detectorBar));
        run.figure(what + ": tests", number(summary, "/tests/total"), "", Bar.atLeast(8));
        run.figure(
                what + ": tests that failed (the deliberate defect)",
                number(summary, "/tests/failed") + number(summary, "/tests/error"),
                "",
                Bar.exactly(1));
    }

    private static Launcher.Outcome demo(BenchmarkRun run, Path home, List<String> more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "demo", "telecom", "--exit", "--rows", ROWS, "--seed", SEED, "--port", "0", "--home", home.toString()));
        if (!more.isEmpty()) {
            arguments.removeAll(List.of("--rows", ROWS));
            arguments.addAll(more);
        }
        return run.launcher().run(run.scratch(), arguments);
    }

    private static double number(JsonNode document, String pointer) {
        return document.at(pointer).asDouble(Double.NaN);
    }

    private static long screenshots(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("jira"))) {
            return files.filter(Files::isRegularFile)
                    .filter(DemoBenchmark::isPng)
                    .count();
        }
    }

    private static boolean isPng(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(4);
            return Arrays.equals(magic, new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        } catch (IOException e) {
            return false;
        }
    }
}
