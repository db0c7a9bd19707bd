package io.verisim.bench.synthesis;

import io.verisim.bench.synthesis.Trial.Closeness;
import io.verisim.bench.synthesis.Trial.Use;
import io.verisim.model.table.TableSchema;
import io.verisim.processor.classify.Classification;
import io.verisim.synthesizer.detector.TreeDetector;
import io.verisim.synthesizer.detector.Utility;
import io.verisim.synthesizer.generation.Chunk;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.generation.Generation;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.TreatedSchema;
import io.verisim.synthesizer.privacy.PrivacyLimits;
import io.verisim.synthesizer.quality.Ceiling;
import io.verisim.synthesizer.quality.DcrReport;
import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.EvaluationOptions.Part;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TextTableCollector;
import io.verisim.tabular.TypeInference;
import io.verisim.tabular.TypedTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A real table and what is done with it: halves, twins of the training half as {@code verisim generate} makes them
 * (columns classified, leakage guard on), and measures as {@code verisim evaluate} takes them.
 */
record Experiment(TextTable table, SdvMetadata metadata, String target) {

    private static final double NANOS = 1e9;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    /** Reads {@code NAME.csv} and {@code NAME.metadata.json} of a folder. */
    static Experiment read(Path folder, RealTable table) throws IOException {
        TextTable rows = TableFiles.read(folder.resolve(table.file() + ".csv"), ReadOptions.defaults());
        return new Experiment(
                rows, SdvMetadata.read(folder.resolve(table.file() + ".metadata.json"), rows.name()), table.target());
    }

    int columns() {
        return metadata.kinds().columns().size();
    }

    /** What the held-out half scores in the place of a twin. */
    Likeness ceiling(Halves halves, long seed) throws IOException {
        EvaluationReport report = report(halves, halves.holdout(), seed, EnumSet.of(Part.CEILING, Part.DETECTOR));
        Ceiling ceiling = report.details().ceiling();
        if (ceiling == null) {
            throw new IOException("Table '" + table.name() + "' has no rows to compare");
        }
        return new Likeness(
                number(ceiling.scores().overallAllPairs()),
                number(ceiling.scores().overall()),
                number(ceiling.treeDetectorAuc()));
    }

    /**
     * Learns the training half and measures a twin of as many rows.
     *
     * @param rows how many rows are made for the sake of the rate; the first of them are the twin
     */
    Trial trial(Halves halves, String model, long seed, int rows) throws IOException {
        TextTable training = halves.training();
        TableSchema inferred = TypeInference.infer(training);
        TableSchema schema =
                TreatedSchema.of(inferred, Classification.standard().classify(training, inferred));
        GenerationOptions options = GenerationOptions.defaults()
                .withModel(model, Map.of())
                .withRows(Math.max(rows, training.rows()))
                .withSeed(seed)
                .withThreads(THREADS);
        long begin = System.nanoTime();
        FittedGeneration fitted = Generation.fit(training, schema, options);
        long fit = System.nanoTime();
        List<TypedTable> blocks = new ArrayList<>();
        for (Chunk chunk : fitted.plan(Integer.MAX_VALUE)) {
            fitted.sampleTyped(chunk, THREADS, blocks::add);
        }
        long made = System.nanoTime();
        TextTableCollector collector = new TextTableCollector();
        blocks.forEach(collector::add);
        TextTable twin = Halves.head(collector.table(), training.rows());
        EvaluationReport report = report(halves, twin, seed, EnumSet.of(Part.UTILITY));
        return new Trial(
                new Likeness(
                        number(report.scores().overallAllPairs()),
                        number(report.scores().overall()),
                        TreeDetector.auc(halves.holdout(), twin, metadata.kinds(), seed, THREADS)),
                closeness(report),
                use(report),
                (fit - begin) / NANOS,
                fitted.rows() / ((made - fit) / NANOS));
    }

    private static Closeness closeness(EvaluationReport report) throws IOException {
        DcrReport dcr = report.likeness().dcr();
        if (dcr == null) {
            throw new IOException("There is no column to compare");
        }
        return new Closeness(
                number(dcr.closerToTrainingShare()),
                dcr.copies().exact(),
                dcr.copies().exactHoldout(),
                dcr.copies().near(),
                dcr.copies().nearHoldout(),
                report.likeness().privacy().gate().passed());
    }

    private static Use use(EvaluationReport report) {
        Utility utility = report.likeness().utility();
        return utility == null
                ? new Use(Double.NaN, Double.NaN)
                : new Use(number(utility.gap()), number(utility.bootstrapGap()));
    }

    private EvaluationReport report(Halves halves, TextTable other, long seed, Set<Part> parts) {
        EvaluationInput input = new EvaluationInput(halves.training(), other, metadata, Set.of(), halves.holdout());
        String known = metadata.kinds().column(target.replaceAll("=.*", "")).isPresent() ? target : null;
        return Evaluation.evaluate(
                input, new EvaluationOptions(seed, THREADS, parts, List.of(), PrivacyLimits.defaults(), known));
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
