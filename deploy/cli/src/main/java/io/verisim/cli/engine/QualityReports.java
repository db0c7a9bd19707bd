package io.verisim.cli.engine;

import io.verisim.model.message.MessageCodec;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.synthesizer.quality.html.QualityHtml;
import io.verisim.tabular.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Quality reports in files. */
final class QualityReports {

    private QualityReports() {}

    static boolean isWritable(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".json");
    }

    static void write(
            Path file,
            TextTable real,
            TextTable synthetic,
            TableSchema schema,
            @Nullable Path metadata,
            long seed,
            int threads)
            throws IOException {
        EvaluationInput input = EvaluationInput.of(real, synthetic, schema);
        if (metadata != null) {
            input = input.withMetadata(SdvMetadata.read(Sources.existing(metadata), real.name()));
        }
        EvaluationReport report = Evaluation.evaluate(
                input, EvaluationOptions.defaults().withSeed(seed).withThreads(threads));
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
            QualityHtml.write(report, input, file);
        } else {
            Files.write(file, MessageCodec.mapper().writeValueAsBytes(report));
        }
    }
}
