package io.verisim.synthesizer.generation;

import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.condition.ConditionParser;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.constraint.Consistency;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.model.PrivacyStatement;
import io.verisim.synthesizer.model.PrivateFit;
import io.verisim.synthesizer.model.TrainedFit;
import io.verisim.synthesizer.model.TrainingCurve;
import io.verisim.tabular.TypedTable;
import io.verisim.text.OfflineTextSource;
import io.verisim.text.TextSource;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** How the model was trained, where it was. */
    public Optional<TrainingCurve> curve() {
        return recipe.model() instanceof TrainedFit trained ? Optional.of(trained.curve()) : Optional.empty();
    }

    /** What the model promises, where it is private. */
    public Optional<PrivacyStatement> privacy() {
        return recipe.model() instanceof PrivateFit fit ? Optional.of(fit.statement()) : Optional.empty();
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
     * Makes the rows of a chunk, block after block, as a reader would have them.
     *
     * @param threads threads that make blocks; the sink is called by the caller's
     * @throws io.verisim.model.error.VerisimException as {@link #sampleTyped}
     */
    public void sample(Chunk chunk, int threads, BlockSink sink) throws IOException {
        BlockPipeline.run(
                chunk.firstBlock(), end(chunk), threads, block -> make(block).toText(), sink::accept);
    }

    /**
     * Makes the rows of a chunk, block after block, as a writer takes them.
     *
     * @param threads threads that make blocks; the sink is called by the caller's
     * @throws io.verisim.model.error.VerisimException DATA with code NO_ADMISSIBLE_RECORD, NO_ADMISSIBLE_PERSON,
     *     NO_ADMISSIBLE_TEXT or PATTERN_EXHAUSTED where nothing is left that is not in the source
     */
    public void sampleTyped(Chunk chunk, int threads, TypedSink sink) throws IOException {
        BlockPipeline.run(chunk.firstBlock(), end(chunk), threads, this::make, sink::accept);
    }

    /** Takes blocks of synthetic rows, in order. */
    @FunctionalInterface
    public interface TypedSink {

        void accept(TypedTable block) throws IOException;
    }

    private long end(Chunk chunk) {
        return Math.min(chunk.firstBlock() + chunk.blocks(), (rows() + BLOCK_ROWS - 1) / BLOCK_ROWS);
    }

    private TypedTable make(long block) {
        return blocks.make(block, (int) rowsOf(new Chunk(block, 1)));
    }
}
