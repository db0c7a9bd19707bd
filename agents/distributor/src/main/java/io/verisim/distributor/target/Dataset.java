package io.verisim.distributor.target;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The synthetic rows of one table, as chunk files in row order.
 *
 * @param schema the table
 * @param chunks files in canonical CSV
 * @param manifest the manifest as JSON, to go with exports; an empty text where there is none
 * @param blockRows rows that are in memory at once; changes no byte of what is loaded
 */
public record Dataset(TableSchema schema, List<Chunk> chunks, String manifest, int blockRows) {

    /**
     * One file.
     *
     * @param file where it lies
     * @param rows its rows
     * @param sha256 checksum of its bytes, verified
     */
    public record Chunk(Path file, long rows, String sha256) {}

    /** Rows of a block where memory suffices. */
    public static final int BLOCK_ROWS = 8_192;

    public Dataset {
        chunks = List.copyOf(chunks);
        if (blockRows < 1) {
            throw new IllegalArgumentException("Blocks of " + blockRows + " rows");
        }
    }

    public Dataset(TableSchema schema, List<Chunk> chunks, String manifest) {
        this(schema, chunks, manifest, BLOCK_ROWS);
    }

    public long rows() {
        return chunks.stream().mapToLong(Chunk::rows).sum();
    }

    /**
     * Reads all rows in order; {@link RowSink#columns} comes once a chunk.
     *
     * @throws VerisimException DATA where a chunk is not what it should be
     * @throws RuntimeException whatever the sink throws
     */
    public void scan(RowSink sink) throws IOException {
        GuardedSink guarded = new GuardedSink(schema, sink);
        for (Chunk chunk : chunks) {
            if (chunk.rows() > 0) {
                try {
                    TableFiles.scan(chunk.file(), options(), guarded);
                } catch (RuntimeException e) {
                    throw guarded.ownFailureOr(e);
                }
            }
        }
    }

    /** Hands on all rows in order, in blocks of at most {@link #blockRows}, so that memory stays flat. */
    public void forEachBlock(BlockConsumer consumer) throws IOException {
        BlockBuilder builder = new BlockBuilder(schema, blockRows, consumer);
        try {
            scan(builder);
            builder.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes one block of rows. */
    @FunctionalInterface
    public interface BlockConsumer {

        void accept(TextTable block) throws IOException;
    }

    private ReadOptions options() {
        return ReadOptions.canonicalCsv().withTableName(schema.name());
    }
}
