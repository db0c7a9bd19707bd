package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seed and source say what the twin is; threads and chunks do not (S2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeterminismTest {

    /** Two whole blocks and a part of one. */
    private static final int ROWS = 17_000;

    private Path folder = Path.of("");
    private Path source = Path.of("");

    @BeforeAll
    void writeASource(@TempDir Path shared) throws IOException {
        folder = shared;
        source = Tables.orders(folder.resolve("orders.csv"), 150);
    }

    @ParameterizedTest
    @CsvSource({"csv, latent_mixture", "parquet, gaussian_copula", "json, latent_mixture", "jsonl, gaussian_copula"})
    void threadsAndChunksChangeNoByte(String suffix, String model) throws IOException {
        byte[] one = twin(suffix, model, 42, 1, 16);
        assertThat(twin(suffix, model, 42, 2, 1))
                .as("2 threads, chunks of 1 block")
                .isEqualTo(one);
        assertThat(twin(suffix, model, 42, 3, 2))
                .as("3 threads, chunks of 2 blocks")
                .isEqualTo(one);
        assertThat(twin(suffix, model, 43, 2, 16)).as("another seed").isNotEqualTo(one);
    }

    @Test
    void theRowsAreAsManyAsAskedFor() throws IOException {
        Path file = folder.resolve("many.csv");
        Ran.verisim("generate", source, "--out", file, "--rows", 100_000).fine();
        try (Stream<String> lines = Files.lines(file)) {
            assertThat(lines.count()).isEqualTo(100_001);
        }
    }

    private byte[] twin(String suffix, String model, long seed, int threads, int chunkBlocks) throws IOException {
        Path file = folder.resolve("twin." + suffix);
        Ran.verisim(
                        "generate",
                        source,
                        "--out",
                        file,
                        "--force",
                        "--model",
                        model,
                        "--rows",
                        ROWS,
                        "--seed",
                        seed,
                        "--threads",
                        threads,
                        "--chunk-blocks",
                        chunkBlocks)
                .fine();
        return Files.readAllBytes(file);
    }
}
