package io.verisim.cli.engine;

import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.html.QualityHtml;
import io.verisim.tabular.TemporaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Quality reports in files. */
final class QualityReports {

    private QualityReports() {}

    static boolean isWritable(Path file) {
        return isHtml(file) || lowerName(file).endsWith(".json");
    }

    /** Writes the report of a file's kind beside the file, from where it is moved into its place. */
    static void write(Path file, TemporaryFile beside, EvaluationInput input, EvaluationOptions options)
            throws IOException {
        write(file, beside, input, Evaluation.evaluate(input, options));
    }

    /** Writes a report beside the file, from where it is moved into its place. */
    static void write(Path file, TemporaryFile beside, EvaluationInput input, EvaluationReport report)
            throws IOException {
        if (isHtml(file)) {
            Charts charts = Charts.of(report, input, Runtime.getRuntime().availableProcessors());
            QualityHtml.write(charts, beside.path());
        } else {
            Files.write(beside.path(), MessageCodec.mapper().writeValueAsBytes(report));
        }
    }

    private static boolean isHtml(Path file) {
        return lowerName(file).endsWith(".html");
    }

    private static String lowerName(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }
}
