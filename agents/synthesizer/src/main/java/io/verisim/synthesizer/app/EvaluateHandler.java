package io.verisim.synthesizer.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.synthesizer.privacy.PrivacyReport;
import io.verisim.synthesizer.quality.Ceiling;
import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.QualityScores;
import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.html.QualityHtml;
import io.verisim.synthesizer.quality.picture.PictureArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Task {@code evaluate}: measures quality and privacy of the synthetic rows and writes the dataset's manifest. The tree
 * detector is a task of its own, so that loading need not wait for it.
 */
final class EvaluateHandler implements TaskHandler {

    private final int threads;
    private final String generator;
    private final String textSource;

    /**
     * A handler.
     *
     * @param threads threads to measure with
     * @param generator name and version of the program, for the manifest
     * @param textSource where free text comes from, such as {@code offline}
     */
    EvaluateHandler(int threads, String generator, String textSource) {
        this.threads = threads;
        this.generator = generator;
        this.textSource = textSource;
    }

    @Override
    public TaskTypeInfo taskType() {
        return new TaskTypeInfo(
                "evaluate", "Measures the synthetic data against the source.", Map.of("type", "object"));
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws IOException {
        DatasetInputs inputs = DatasetInputs.read(task, context);
        context.checkCancelled();
        context.progress(0, 0, measuring(inputs));
        PrivacyParameters privacy = PrivacyParameters.read(task.parameters());
        EvaluationOptions options = new EvaluationOptions(DatasetInputs.seed(task), task.perBatch(threads), false)
                .withPrivacy(privacy.quasiIdentifiers(), privacy.limits());
        EvaluationReport report = Evaluation.evaluate(inputs.tables(), options);
        context.checkCancelled();
        Charts charts = Charts.of(report, inputs.tables(), task.perBatch(threads));
        Path page = context.scratch().resolve("quality.html");
        QualityHtml.write(charts, page);
        Path pictures = context.scratch().resolve("quality-pictures.zip");
        PictureArchive.write(charts, context.scratch().resolve("pictures"), pictures);
        Map<String, Object> quality = quality(report);
        Map<String, Object> promise = PrivacyPromise.of(task, context);
        DatasetManifest manifest = manifest(task, inputs, quality, promise);
        context.progress(1, 1, verdict(report.scores()));
        return TaskResult.empty()
                .withOutput("quality", context.artifacts().store("quality.json", report))
                .withOutput("quality_page", context.artifacts().store("quality.html", "text/html", page))
                .withOutput(
                        "quality_pictures",
                        context.artifacts().store("quality-pictures.zip", "application/zip", pictures))
                .withOutput(
                        "privacy",
                        context.artifacts()
                                .store("privacy.json", report.likeness().privacy()))
                .withOutput("manifest", context.artifacts().store("manifest.json", manifest))
                .withMetric("overallAllPairs", report.scores().overallAllPairs())
                .withMetric("overall", report.scores().overall())
                .withFact("synthetic", synthetic(manifest, quality, promise));
    }

    private static Map<String, Object> synthetic(
            DatasetManifest manifest, Map<String, Object> quality, Map<String, Object> promise) {
        Map<String, Object> synthetic = new LinkedHashMap<>();
        synthetic.put("rows", manifest.rows());
        synthetic.put("model", manifest.model());
        synthetic.put("quality", quality);
        if (!promise.isEmpty()) {
            synthetic.put(
                    "differentialPrivacy", Map.of("epsilon", promise.get("epsilon"), "delta", promise.get("delta")));
        }
        return synthetic;
    }

    private static String measuring(DatasetInputs inputs) {
        return String.format(
                Locale.ROOT,
                "Measuring %d columns of %,d synthetic against %,d real rows",
                inputs.tables().metadata().kinds().columns().size(),
                inputs.tables().synthetic().rows(),
                inputs.tables().real().rows());
    }

    private static String verdict(QualityScores scores) {
        Double overall = scores.overallAllPairs();
        return overall == null
                ? "There was nothing to measure"
                : String.format(Locale.ROOT, "Quality %.3f over all pairs", overall);
    }

    /** The headline figures as they go into summary and manifest. */
    private static Map<String, Object> quality(EvaluationReport report) {
        QualityScores scores = report.scores();
        Map<String, Object> quality = new LinkedHashMap<>();
        put(quality, "overall", scores.overall());
        put(quality, "columnShapes", scores.columnShapes());
        put(quality, "columnPairTrends", scores.columnPairTrends());
        put(quality, "overallAllPairs", scores.overallAllPairs());
        put(quality, "columnPairTrendsAllPairs", scores.columnPairTrendsAllPairs());
        put(quality, "edgeCaseMatch", report.laws().edgeCases().match());
        Ceiling ceiling = report.details().ceiling();
        if (ceiling != null) {
            put(quality, "ceilingAllPairs", ceiling.scores().overallAllPairs());
        }
        quality.put("columnsUsed", report.columnsUsed());
        quality.put("privacy", privacy(report.likeness().privacy()));
        return quality;
    }

    private static Map<String, Object> privacy(PrivacyReport report) {
        Map<String, Object> privacy = new LinkedHashMap<>();
        privacy.put("passed", report.gate().passed());
        report.findings()
                .forEach(finding -> privacy.put(finding.name(), finding.risk().value()));
        return privacy;
    }

    @SuppressWarnings("NullAway") // an undefined figure is null in the documents
    private static void put(Map<String, Object> quality, String name, @Nullable Double value) {
        quality.put(name, value);
    }

    private DatasetManifest manifest(
            Task task, DatasetInputs inputs, Map<String, Object> quality, Map<String, Object> promise) {
        List<String> kept = inputs.schema().columns().stream()
                .filter(column -> column.strategy() == Strategy.KEEP)
                .map(ColumnSchema::name)
                .toList();
        return new DatasetManifest(
                inputs.tables().real().name(),
                inputs.syntheticSchema(),
                inputs.tables().synthetic().rows(),
                DatasetInputs.model(task),
                parameters(task),
                PrivacyPromise.isPrivate(task) ? 0 : DatasetInputs.seed(task),
                generator,
                inputs.source().sha256(),
                inputs.tables().real().rows(),
                textSource,
                kept,
                quality,
                inputs.chunks().stream().map(ArtifactRef::sha256).toList(),
                promise.isEmpty() ? null : promise);
    }

    private static Map<String, Object> parameters(Task task) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (task.parameters().get("parameters") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> {
                if (value != null) {
                    parameters.put(String.valueOf(name), value);
                }
            });
        }
        return parameters;
    }
}
