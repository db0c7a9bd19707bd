package io.verisim.synthesizer.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.synthesizer.generation.Chunk;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Task {@code sample}: makes the rows of one chunk. */
final class SampleHandler implements TaskHandler {

    private final int threads;

    SampleHandler(int threads) {
        this.threads = threads;
    }

    @Override
    public TaskTypeInfo taskType() {
        return new TaskTypeInfo(
                "sample",
                "Makes the synthetic rows of one chunk.",
                Map.of(
                        "type",
                        "object",
                        "required",
                        List.of(FitHandler.FIRST_BLOCK, FitHandler.BLOCKS),
                        "properties",
                        Map.of(
                                FitHandler.FIRST_BLOCK, Map.of("type", "integer", "minimum", 0),
                                FitHandler.BLOCKS, Map.of("type", "integer", "minimum", 1))));
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws IOException {
        Chunk chunk = new Chunk(number(task, FitHandler.FIRST_BLOCK), (int) number(task, FitHandler.BLOCKS));
        FittedGeneration fitted = model(context.artifacts().fetch(task.input("model")));
        String name = FitHandler.chunkName(chunk) + ".csv";
        Path file = context.scratch().resolve(name);
        long rows = fitted.rowsOf(chunk);
        AtomicLong made = new AtomicLong();
        context.progress(0, rows, "Making rows");
        try (TableWriter writer = TableFiles.writer(file, fitted.outputSchema(), false)) {
            fitted.sampleTyped(chunk, task.perBatch(threads), block -> {
                writer.write(block);
                context.checkCancelled();
                context.progress(made.addAndGet(block.rows()), rows, sentence(made.get(), rows));
            });
            writer.finish();
        }
        ArtifactRef stored = context.artifacts().store(name, "text/csv", file).withTable(rows, fitted.outputSchema());
        return TaskResult.empty().withOutput("chunk", stored).withMetric("rows", (double) rows);
    }

    private static String sentence(long made, long rows) {
        return String.format(Locale.ROOT, "Made %,d of %,d rows", made, rows);
    }

    private static FittedGeneration model(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return FittedGeneration.read(in);
        }
    }

    private static long number(Task task, String name) {
        if (task.parameters().get(name) instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        throw VerisimException.configuration(
                "TASK_PARAMETER",
                "Task 'sample' needs a whole number '" + name + "'.",
                "Let the task follow a task 'fit', which tells the chunks.");
    }
}
