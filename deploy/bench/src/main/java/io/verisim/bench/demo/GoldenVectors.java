package io.verisim.bench.demo;

import io.verisim.bench.Bar;
import io.verisim.bench.BenchmarkRun;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How far {@code evaluate} is from what SDMetrics printed for the same tables. */
final class GoldenVectors {

    private static final Map<String, String> SCORES = Map.of(
            "/overall", "/quality/score",
            "/columnShapes", "/quality/column_shapes",
            "/columnPairTrends", "/quality/column_pair_trends",
            "/overallAllPairs", "/quality_all_pairs/score",
            "/columnPairTrendsAllPairs", "/quality_all_pairs/column_pair_trends",
            "/diagnostic/score", "/diagnostic/score",
            "/newRowSynthesis", "/new_row_synthesis/score",
            "/dcr/overfittingProtection", "/dcr/overfitting_protection/score");

    private GoldenVectors() {}

    static void measure(BenchmarkRun run, Path golden) throws IOException, InterruptedException {
        double worst = 0;
        int compared = 0;
        for (String name : List.of("iris", "penguins", "titanic", "telco")) {
            run.say("evaluate on the golden table " + name);
            JsonNode expected = MessageCodec.mapper().readTree(Files.readString(golden.resolve(name + ".json")));
            JsonNode measured = run.launcher()
                    .run(
                            run.scratch(),
                            List.of(
                                    "evaluate",
                                    "--real",
                                    golden.resolve(name + ".real.csv").toString(),
                                    "--synthetic",
                                    golden.resolve(name + ".synthetic.csv").toString(),
                                    "--holdout",
                                    golden.resolve(name + ".holdout.csv").toString(),
                                    "--metadata",
                                    golden.resolve(name + ".metadata.json").toString()))
                    .document();
            for (Map.Entry<String, String> score : SCORES.entrySet()) {
                worst = worse(worst, measured.at(score.getKey()), expected.at(score.getValue()));
                compared++;
            }
            for (JsonNode column : expected.path("columns")) {
                String pointer = column.path("Column").asString();
                worst = worse(worst, measured.path("columns").path(pointer).path("score"), column.path("Score"));
                compared++;
            }
        }
        run.figure(
                "evaluate: greatest difference from SDMetrics in " + compared + " scores", worst, "", Bar.atMost(1e-6));
    }

    /** Both undefined is agreement; one alone is none. */
    private static double worse(double worst, JsonNode measured, JsonNode expected) {
        if (expected.isNull() && measured.isNull()) {
            return worst;
        }
        double difference = Math.abs(measured.asDouble(Double.NaN) - expected.asDouble(Double.NaN));
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
    }
}
