package io.verisim.cli.engine;

import io.verisim.cli.Console;
import io.verisim.cli.ProgressBar;
import io.verisim.synthesizer.generation.Chunk;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TemporaryFile;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TextTableCollector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a twin and its report; both appear when both are whole, or neither. */
final class TwinWriter {

    private final TwinFiles files;
    private final FittedGeneration fitted;
    private final int threads;
    private final int chunkBlocks;

    TwinWriter(TwinFiles files, FittedGeneration fitted, int threads, int chunkBlocks) {
        this.files = files;
        this.fitted = fitted;
        this.threads = threads;
        this.chunkBlocks = chunkBlocks;
    }

    /** @param measured what the report measures of a twin */
    void write(Console console, Function<TextTable, EvaluationInput> measured, EvaluationOptions options)
            throws IOException {
        Path report = files.report();
        TextTableCollector twin = report == null ? null : new TextTableCollector();
        try (TableWriter writer = TableFiles.writer(files.out(), fitted.outputSchema(), files.force())) {
            make(console, writer, twin);
            if (report == null || twin == null) {
                writer.finish();
                return;
            }
            try (TemporaryFile beside = TemporaryFile.beside(report, files.force())) {
                EvaluationInput input = measured.apply(twin.table());
                QualityReports.write(
                        report, beside, input, options, fitted.curve().orElse(null));
                writer.finish();
                beside.moveIntoPlace();
            }
        }
    }

    /** Writes the twin without a report. */
    void writeAlone(Console console) throws IOException {
        try (TableWriter writer = TableFiles.writer(files.out(), fitted.outputSchema(), files.force())) {
            make(console, writer, null);
            writer.finish();
        }
    }

    private void make(Console console, TableWriter writer, @Nullable TextTableCollector twin) throws IOException {
        long[] made = {0};
        try (ProgressBar bar = console.bar("generating")) {
            for (Chunk chunk : fitted.plan(chunkBlocks)) {
                fitted.sampleTyped(chunk, threads, block -> {
                    writer.write(block);
                    if (twin != null) {
                        twin.add(block);
                    }
                    made[0] += block.rows();
                    bar.update(made[0], fitted.rows());
                });
            }
        }
    }
}
