package io.verisim.synthesizer.quality;

import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.synthesizer.quality.html.QualityHtml;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A tool rather than a test: measures two files by hand.
 *
 * <p>{@code mvn -pl agents/synthesizer -am test -Dtest=TwoFilesTest -Dverisim.real=a.csv -Dverisim.synthetic=b.csv
 * -Dverisim.out=folder [-Dverisim.metadata=m.json] [-Dverisim.holdout=h.csv]}
 */
@EnabledIfSystemProperty(named = "verisim.real", matches = ".+")
class TwoFilesTest {

    @Test
    void measure() throws Exception {
        Path out = Files.createDirectories(Path.of(System.getProperty("verisim.out", "target")));
        EvaluationInput input = EvaluationInput.of(table("verisim.real"), table("verisim.synthetic"));
        if (System.getProperty("verisim.metadata") != null) {
            input = input.withMetadata(SdvMetadata.read(Path.of(System.getProperty("verisim.metadata")), "table"));
        }
        if (System.getProperty("verisim.holdout") != null) {
            input = input.withHoldout(table("verisim.holdout"));
        }
        long begin = System.nanoTime();
        EvaluationReport report =
                Evaluation.evaluate(input, EvaluationOptions.defaults().withSeed(Long.getLong("verisim.seed", 0L)));
        System.out.printf("%.2f s%n%s%n", (System.nanoTime() - begin) / 1e9, report.scores());
        System.out.println(report.likeness());
        MessageCodec.mapper().writerWithDefaultPrettyPrinter().writeValue(out.resolve("quality.json"), report);
        begin = System.nanoTime();
        QualityHtml.write(Charts.of(report, input, 2), out.resolve("quality.html"));
        System.out.printf("page %.2f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private static TextTable table(String property) throws Exception {
        return TableFiles.read(Path.of(System.getProperty(property)), ReadOptions.metrics());
    }
}
