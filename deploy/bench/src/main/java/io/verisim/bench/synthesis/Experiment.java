package io.verisim.bench.synthesis;

import io.verisim.model.table.TableSchema;
import io.verisim.processor.classify.Classification;
import io.verisim.synthesizer.detector.TreeDetector;
import io.verisim.synthesizer.generation.Chunk;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.generation.Generation;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.TreatedSchema;
import io.verisim.synthesizer.quality.DcrReport;
import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.QualityScores;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A real table and what is done with it: halves, twins of the training half as {@code verisim generate} makes them
 * (columns classified, leakage guard on), and measures as {@code verisim evaluate} takes them.
 */
record Experiment(TextTable table, SdvMetadata metadata) {

    private static final double NANOS = 1e9;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    /** Reads {@code NAME.csv} and {@code NAME.metadata.json} of a folder. */
    static Experiment read(Path folder, RealTable table) throws IOException {
        TextTable rows = TableFiles.read(folder.resolve(table.file() + ".csv"), ReadOptions.defaults());
        return new Experiment(rows, SdvMetadata.read(folder.resolve(table.file() + ".metadata.json"), rows.name()));
    }

    int columns() {
        return metadata.kinds().columns().size();
    }

    Ceiling ceiling(Halves halves, long seed) {
        EvaluationReport report = report(halves.training(), halves.holdout(), null, seed);
        return likeness(report.scores(), halves.training(), halves.holdout(), seed);
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
        EvaluationReport report = report(training, twin, halves.holdout(), seed);
        DcrReport dcr = report.likeness().dcr();
        if (dcr == null) {
            throw new IOException("Table '" + training.name() + "' has no column to compare");
        }
        return new Trial(
                likeness(report.scores(), halves.holdout(), twin, seed),
                number(dcr.closerToTrainingShare()),
                dcr.copies().exact(),
                dcr.copies().exactHoldout(),
                (fit - begin) / NANOS,
                fitted.rows() / ((made - fit) / NANOS));
    }

    private EvaluationReport report(TextTable real, TextTable other, @Nullable TextTable holdout, long seed) {
        EvaluationInput input = new EvaluationInput(real, other, metadata, Set.of(), holdout);
        return Evaluation.evaluate(
                input,
                EvaluationOptions.defaults().withSeed(seed).withThreads(THREADS).withDetector(false));
    }

    private Ceiling likeness(QualityScores scores, TextTable real, TextTable other, long seed) {
        return new Ceiling(
                number(scores.overallAllPairs()),
                number(scores.overall()),
                TreeDetector.auc(real, other, metadata.kinds(), seed, THREADS));
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
