package io.verisim.synthesizer.generation;

import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ways to get hold of all rows of a twin. */
final class Twins {

    private Twins() {}

    static List<TextTable> blocks(FittedGeneration twin, int chunkBlocks, int threads) throws IOException {
        List<TextTable> blocks = new ArrayList<>();
        for (Chunk chunk : twin.plan(chunkBlocks)) {
            twin.sample(chunk, threads, blocks::add);
        }
        return blocks;
    }

    /** The twin as a CSV file. */
    static byte[] bytes(FittedGeneration twin, int chunkBlocks, int threads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableFiles.writer(out, "csv", twin.outputSchema())) {
            for (TextTable block : blocks(twin, chunkBlocks, threads)) {
                writer.write(block);
            }
            writer.finish();
        }
        return out.toByteArray();
    }

    /** As another process would have it: written and read. */
    static FittedGeneration travelled(FittedGeneration twin) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        twin.write(out);
        return FittedGeneration.read(new ByteArrayInputStream(out.toByteArray()));
    }
}
