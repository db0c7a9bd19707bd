package io.verisim.synthesizer.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.synthesizer.detector.DetectorResult;
import io.verisim.synthesizer.detector.TreeDetector;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.data.AlignedTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Task {@code detect}: lets boosted trees try to tell synthetic from real rows. */
final class DetectHandler implements TaskHandler {

    private final int threads;

    /** A handler that trains on so many threads. */
    DetectHandler(int threads) {
        this.threads = threads;
    }

    @Override
    public TaskTypeInfo taskType() {
        return new TaskTypeInfo(
                "detect", "Lets boosted trees try to tell synthetic from real rows.", Map.of("type", "object"));
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws IOException {
        EvaluationInput tables = DatasetInputs.read(task, context).tables();
        context.checkCancelled();
        context.progress(0, 0, "Training trees to tell synthetic from real rows");
        AlignedTable aligned = AlignedTable.of(tables.metadata().kinds(), tables.real(), tables.synthetic());
        DetectorResult result = TreeDetector.detect(aligned, DatasetInputs.seed(task), task.perBatch(threads));
        Double auc = result.treeDetectorAuc();
        context.progress(1, 1, sentence(auc));
        return TaskResult.empty()
                .withOutput("detector", context.artifacts().store("detector.json", result))
                .withMetric("treeDetectorAuc", auc)
                .withFact("synthetic", Map.of("quality", quality(auc)));
    }

    @SuppressWarnings("NullAway") // an undefined figure is null in the summary
    private static Map<String, Object> quality(@Nullable Double auc) {
        Map<String, Object> quality = new HashMap<>();
        quality.put("treeDetectorAuc", auc);
        return quality;
    }

    private static String sentence(@Nullable Double auc) {
        return auc == null
                ? "Too few rows to train a detector"
                : String.format(Locale.ROOT, "The detector reaches %.3f; 0.5 is blind, 1 sees all", auc);
    }
}
