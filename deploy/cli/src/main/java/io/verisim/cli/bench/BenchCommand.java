package io.verisim.cli.bench;

import io.verisim.bench.Bar;
import io.verisim.bench.Benchmark;
import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Figure;
import io.verisim.bench.Launcher;
import io.verisim.bench.Page;
import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Measures, and prints every figure beside its bar. */
@Command(name = "bench", description = "Measures what Verisim promises; prints every figure beside its bar.")
public final class BenchCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "NAME",
            description = "Which benchmark: demo, faults, generation, overhead, report, synthesis.")
    private String name = "";

    @Option(names = "--short", description = "Fewer repetitions and smaller tables.")
    private boolean brief;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Seed of what is left to chance, such as the schedule of faults (default: another each time).")
    private @Nullable Long seed;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long a benchmark goes on that could for ever, such as faults.")
    private @Nullable Integer minutes;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only these parts of a benchmark, such as models of synthesis.")
    private Set<String> only = Set.of();

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Also writes the figures to a page in Markdown, in place of those that it had.")
    private @Nullable Path write;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = common.console();
        Benchmark benchmark = find();
        refuseUnknownParts(benchmark);
        Path root = root();
        Path scratch = Files.createTempDirectory("verisim-bench");
        BenchmarkRun run = new BenchmarkRun(
                Launcher.of(root.resolve("verisim")),
                scratch,
                shared(root).orElse(null),
                extent(),
                sentence -> console.say("  … " + sentence));
        try {
            console.say("Measuring " + benchmark.about() + ".");
            benchmark.measure(run);
            console.say("");
            run.figures().forEach(figure -> console.say(figure.line()));
            publish(run);
            console.document(document(run));
            return (run.figures().stream().allMatch(Figure::holds) ? Exit.OK : Exit.NOT_AS_WANTED).code();
        } finally {
            if (!run.keepsScratch()) {
                FileSystemUtils.deleteRecursively(scratch);
            }
        }
    }

    private void publish(BenchmarkRun run) throws IOException {
        if (write != null) {
            String page = run.page()
                    .orElseThrow(() -> new CommandFailure(
                            Exit.USAGE,
                            "NO_PAGE",
                            "Benchmark '" + name + "' has no page to write.",
                            "Leave out --write, or redirect the output of --json."));
            new Page(write).put(name, page);
        }
    }

    private void refuseUnknownParts(Benchmark benchmark) {
        for (String part : only) {
            if (!benchmark.parts().contains(part)) {
                throw new CommandFailure(
                        Exit.USAGE,
                        "PART_UNKNOWN",
                        "Benchmark '" + name + "' has no part '" + part + "'.",
                        benchmark.parts().isEmpty()
                                ? "Leave out --only."
                                : "Choose from: " + String.join(", ", benchmark.parts()) + ".");
            }
        }
    }

    private BenchmarkRun.Extent extent() {
        long chosen = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
        return new BenchmarkRun.Extent(brief, chosen, minutes == null ? null : Duration.ofMinutes(minutes), only);
    }

    private Benchmark find() {
        return Benchmark.installed().stream()
                .map(ServiceLoader.Provider::get)
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        Exit.USAGE,
                        "BENCHMARK_UNKNOWN",
                        "There is no benchmark '" + name + "'.",
                        "Choose one of: "
                                + Benchmark.installed().stream()
                                        .map(b -> b.get().name())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** The project's root, as the launcher says; a benchmark runs the command as its users do. */
    private static Path root() {
        return Optional.ofNullable(System.getenv("VERISIM_ROOT"))
                .map(Path::of)
                .orElseThrow(() -> new CommandFailure(
                        Exit.USAGE,
                        "LAUNCHER_MISSING",
                        "A benchmark runs ./verisim.",
                        "Start it by './verisim bench'."));
    }

    private static Optional<Path> shared(Path root) {
        @Nullable String named = System.getenv("VERISIM_SHARED");
        return Optional.of(named == null ? root.resolveSibling("shared") : Path.of(named))
                .filter(Files::isDirectory);
    }

    private static ObjectNode document(BenchmarkRun run) {
        ObjectNode document = MessageCodec.mapper().createObjectNode();
        ArrayNode figures = document.putArray("figures");
        for (Figure figure : run.figures()) {
            ObjectNode node = figures.addObject().put("what", figure.what());
            if (Double.isFinite(figure.measured())) {
                node.put("measured", figure.measured());
            } else {
                node.putNull("measured").put("reason", "nothing could be measured");
            }
            node.put("unit", figure.unit());
            @Nullable Bar bar = figure.bar();
            if (bar != null) {
                node.put("bar", bar.toString()).put("holds", figure.holds());
            }
        }
        return document;
    }
}
