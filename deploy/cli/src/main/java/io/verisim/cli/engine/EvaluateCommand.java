package io.verisim.cli.engine;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.privacy.PrivacyLimits;
import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.synthesizer.quality.picture.Pictures;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TemporaryFile;
import io.verisim.tabular.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Measures how close a twin is. */
@Command(name = "evaluate", description = "Measures how close a synthetic table is to the real one.")
public final class EvaluateCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--real", required = true, paramLabel = "FILE", description = "The real table.")
    private @Nullable Path real;

    @Option(names = "--synthetic", required = true, paramLabel = "FILE", description = "The synthetic table.")
    private @Nullable Path synthetic;

    @Option(
            names = "--metadata",
            paramLabel = "FILE",
            description = "SDV metadata (V1); without it types are inferred from the real table.")
    private @Nullable Path metadata;

    @Option(names = "--holdout", paramLabel = "FILE", description = "Real rows that the twin was not made from.")
    private @Nullable Path holdout;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the tree detector (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--quasi-identifiers",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns that somebody outside may know (default: those that tell most rows apart).")
    private List<String> quasiIdentifiers = List.of();

    @Option(names = "--report", paramLabel = "FILE", description = "The report in a new file, too, as .html or .json.")
    private @Nullable Path report;

    @Option(
            names = "--target",
            paramLabel = "COLUMN[=VALUE]",
            description =
                    "What models are to guess, with --holdout (default: the metadata's target_column, else chosen).")
    private @Nullable String target;

    @Option(names = "--pictures", paramLabel = "DIR", description = "The charts as PNG files in a new folder.")
    private @Nullable Path pictures;

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        Path folder = pictures == null ? null : Sources.fresh(pictures, false);
        Path page = report == null ? null : writable(report);
        TextTable realTable = read(real);
        EvaluationInput input = EvaluationInput.of(realTable, read(synthetic));
        if (metadata != null) {
            input = input.withMetadata(SdvMetadata.read(Sources.existing(metadata), realTable.name()));
        }
        if (holdout != null) {
            input = input.withHoldout(read(holdout));
        }
        EvaluationReport measured = Evaluation.evaluate(
                input,
                EvaluationOptions.defaults()
                        .withSeed(seed)
                        .withPrivacy(quasiIdentifiers, PrivacyLimits.defaults())
                        .withTarget(target));
        if (page != null) {
            write(page, input, measured);
        }
        if (folder != null) {
            Charts charts = Charts.of(measured, input, Runtime.getRuntime().availableProcessors());
            console.say("pictures: " + Pictures.write(charts, folder).size() + " in " + folder);
        }
        console.document(measured);
        show(console, MessageCodec.mapper().valueToTree(measured));
        return Exit.OK.code();
    }

    private static Path writable(Path file) {
        if (!QualityReports.isWritable(file)) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "USAGE",
                    "The option --report takes a file that ends in .html or .json.",
                    "See 'verisim evaluate --help'.");
        }
        return Sources.fresh(file, false);
    }

    private static void write(Path file, EvaluationInput input, EvaluationReport measured) throws IOException {
        try (TemporaryFile beside = TemporaryFile.beside(file, false)) {
            QualityReports.write(file, beside, input, measured);
            beside.moveIntoPlace();
        }
    }

    private static TextTable read(@Nullable Path file) throws IOException {
        return TableFiles.read(Sources.existing(file), ReadOptions.metrics());
    }

    private static void show(Console console, JsonNode report) {
        line(console, "overall", report, "overallAllPairs", "all pairs counted");
        line(console, "overall", report, "overall", "strong pairs only, as SDMetrics counts by default");
        line(console, "column shapes", report, "columnShapes", "");
        line(console, "pair trends", report, "columnPairTrendsAllPairs", "all pairs counted");
        line(console, "new rows", report.path("newRowSynthesis"), "share that matches no real row");
        line(console, "tree detector", report, "treeDetectorAuc", "0.5 is guessing, 1 is certainty");
        line(console, "edge cases", report.at("/edgeCases/match"), "how well their frequencies are met");
        JsonNode utility = report.path("utility");
        line(
                console,
                "use for learning",
                utility.path("synthetic"),
                String.format(
                        Locale.ROOT,
                        "area under the curve for %s; from real rows %.4f, resampled %.4f",
                        utility.path("target").asString(""),
                        utility.path("real").asDouble(Double.NaN),
                        utility.path("bootstrap").asDouble(Double.NaN)));
        line(console, "closer to training", report.at("/dcr/closerToTrainingShare"), "0.5 is ideal");
        privacy(console, report.path("privacy"));
        console.say("measured: " + report.path("columnsUsed").size() + " columns");
    }

    /** A score, with what other real rows score. */
    private static void line(Console console, String what, JsonNode report, String name, String note) {
        JsonNode ceiling = report.path("ceiling").path(name);
        String beside = ceiling.isNumber()
                ? String.format(Locale.ROOT, "other real rows %.4f  %s", ceiling.asDouble(), note)
                : note;
        line(console, what, report.path(name), beside);
    }

    private static void privacy(Console console, JsonNode privacy) {
        for (JsonNode finding : privacy.path("findings")) {
            console.say(String.format(
                    Locale.ROOT,
                    "%-20s %s",
                    finding.path("name").asString(),
                    finding.path("verdict").asString()));
        }
        JsonNode gate = privacy.path("gate");
        console.say(
                gate.path("passed").asBoolean()
                        ? "privacy gate: passed"
                        : "privacy gate: stopped by "
                                + gate.path("exceeded")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .collect(Collectors.joining(", ")));
    }

    private static void line(Console console, String what, JsonNode value, String note) {
        if (value.isNumber()) {
            console.say(String.format(Locale.ROOT, "%-20s %.4f  %s", what, value.asDouble(), note));
        }
    }
}
