package io.verisim.bench.generation;

import io.verisim.model.table.TableSchema;
import io.verisim.processor.classify.Classification;
import io.verisim.synthesizer.generation.Chunk;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.generation.Generation;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.TreatedSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * A table that was learnt as {@code verisim generate} learns it, columns classified and leakage guard on, in this JVM.
 *
 * @param twin the twin, not yet made
 * @param fitSeconds wall clock of learning; reading and classifying not included
 */
record Learnt(FittedGeneration twin, double fitSeconds) {

    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final double NANOS = 1e9;

    /** What makes the rows. */
    private interface Making {

        void run() throws IOException;
    }

    static Learnt of(Path file, String model, long rows) throws IOException {
        TextTable table = TableFiles.read(file, ReadOptions.defaults());
        TableSchema inferred = TypeInference.infer(table);
        TableSchema schema =
                TreatedSchema.of(inferred, Classification.standard().classify(table, inferred));
        GenerationOptions options = GenerationOptions.defaults()
                .withModel(model, Map.of())
                .withRows(rows)
                .withSeed(1)
                .withThreads(THREADS);
        long begin = System.nanoTime();
        FittedGeneration twin = Generation.fit(table, schema, options);
        return new Learnt(twin, (System.nanoTime() - begin) / NANOS);
    }

    /**
     * Rows a second up to final typed columns: the median of so many times.
     *
     * @param warmth how long rows are made before, for the compiler; at least once
     */
    double typed(int times, Duration warmth) throws IOException {
        return rate(times, warmth, () -> sample(block -> {}));
    }

    /** As {@link #typed}, up to a file in the format of the suffix. */
    double written(Path folder, String suffix, int times, Duration warmth) throws IOException {
        Path file = folder.resolve("rate" + suffix);
        try {
            return rate(times, warmth, () -> {
                try (TableWriter writer = TableFiles.writer(file, twin.outputSchema(), true)) {
                    sample(writer::write);
                    writer.finish();
                }
            });
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void sample(FittedGeneration.TypedSink sink) throws IOException {
        for (Chunk chunk : twin.plan(Integer.MAX_VALUE)) {
            twin.sampleTyped(chunk, THREADS, sink);
        }
    }

    private double rate(int times, Duration warmth, Making making) throws IOException {
        long cold = System.nanoTime();
        do {
            making.run();
        } while (System.nanoTime() - cold < warmth.toNanos());
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            making.run();
            seconds[i] = (System.nanoTime() - begin) / NANOS;
        }
        Arrays.sort(seconds);
        return twin.rows() / seconds[times / 2];
    }
}
