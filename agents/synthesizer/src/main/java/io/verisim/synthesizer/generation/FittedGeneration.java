package io.verisim.synthesizer.generation;

import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.condition.ConditionParser;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.constraint.Consistency;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.tabular.TextTable;
import io.verisim.text.OfflineTextSource;
import io.verisim.text.TextSource;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A twin that was fitted and can be made: any chunk of it, in any order, on any machine, with the same bytes. Immutable;
 * several threads may sample different chunks.
 */
public final class FittedGeneration {

    /** Rows of a block; the last block of a table may have fewer. */
    public static final int BLOCK_ROWS = 8_192;

    private final Recipe recipe;
    private final TextSource textSource;
    private final BlockMaker blocks;

    FittedGeneration(Recipe recipe, TextSource textSource) {
        this.recipe = recipe;
        this.textSource = textSource;
        blocks = new BlockMaker(recipe, textSource);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException where it is something else, or of another version
     */
    public static FittedGeneration read(InputStream in) throws IOException {
        return new FittedGeneration(RecipeCodec.read(new DataInputStream(in)), new OfflineTextSource());
    }

    /** The same twin with its free text from another source. */
    FittedGeneration withTextSource(TextSource other) {
        return new FittedGeneration(recipe, other);
    }

    /**
     * The same twin with only such rows as meet a condition.
     *
     * @param condition in the language of {@link io.verisim.synthesizer.condition.ConditionParser}
     * @throws io.verisim.model.error.VerisimException CONFIGURATION where it is none, contradicts the constraints, or looks
     *     at columns that are not drawn from the model
     */
    public FittedGeneration where(String condition) {
        ConstraintSet demands = recipe.demands().withWhere(condition);
        Layout layout = new Layout(outputSchema().columns());
        ConditionParser.parse(condition, layout);
        new Consistency(layout, rows()).check(demands.all());
        return new FittedGeneration(recipe.withDemands(demands, recipe.spans()), textSource);
    }

    /** Writes all that is needed to sample; holds production values only as salted hashes. */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        RecipeCodec.write(recipe, data);
        data.flush();
    }

    /** The columns of the twin, each with the strategy that was followed. */
    public TableSchema outputSchema() {
        return recipe.schema();
    }

    /** As used: with the number of rows. */
    public GenerationOptions options() {
        return recipe.options();
    }

    public long rows() {
        return recipe.options().rows();
    }

    /** Name of the source of free text. */
    public String textSource() {
        return textSource.name();
    }

    /**
     * All rows as chunks.
     *
     * @param chunkBlocks blocks of a chunk, at least one
     */
    public List<Chunk> plan(int chunkBlocks) {
        long all = (rows() + BLOCK_ROWS - 1) / BLOCK_ROWS;
        List<Chunk> chunks = new ArrayList<>();
        for (long first = 0; first < all; first += chunkBlocks) {
            chunks.add(new Chunk(first, (int) Math.min(chunkBlocks, all - first)));
        }
        return chunks;
    }

    /** Rows of a chunk. */
    public long rowsOf(Chunk chunk) {
        long from = chunk.firstBlock() * BLOCK_ROWS;
        return Math.max(0, Math.min(rows(), from + (long) chunk.blocks() * BLOCK_ROWS) - from);
    }

    /**
     * Makes the rows of a chunk, block after block.
     *
     * @param threads threads that make blocks; the sink is called by the caller's
     * @throws io.verisim.model.error.VerisimException DATA with code NO_ADMISSIBLE_RECORD, NO_ADMISSIBLE_PERSON,
     *     NO_ADMISSIBLE_TEXT or PATTERN_EXHAUSTED where nothing is left that is not in the source
     */
    public void sample(Chunk chunk, int threads, BlockSink sink) throws IOException {
        long end = Math.min(chunk.firstBlock() + chunk.blocks(), (rows() + BLOCK_ROWS - 1) / BLOCK_ROWS);
        if (threads == 1) {
            for (long block = chunk.firstBlock(); block < end; block++) {
                sink.accept(make(block));
            }
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            try {
                sample(chunk.firstBlock(), end, threads, pool, sink);
            } finally {
                // Where it ended early, blocks that are begun are not worth waiting for.
                pool.shutdownNow();
            }
        }
    }

    private void sample(long first, long end, int threads, ExecutorService pool, BlockSink sink) throws IOException {
        Deque<Future<TextTable>> ahead = new ArrayDeque<>();
        for (long block = first; block < end; block++) {
            long number = block;
            ahead.add(pool.submit(() -> make(number)));
            if (ahead.size() > 2 * threads) {
                sink.accept(await(ahead.remove()));
            }
        }
        while (!ahead.isEmpty()) {
            sink.accept(await(ahead.remove()));
        }
    }

    private TextTable make(long block) {
        return blocks.make(block, (int) rowsOf(new Chunk(block, 1)));
    }

    private static TextTable await(Future<TextTable> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while rows were made", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
