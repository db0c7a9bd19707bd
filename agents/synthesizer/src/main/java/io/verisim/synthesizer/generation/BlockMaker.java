package io.verisim.synthesizer.generation;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.tabular.TypedColumn;
import io.verisim.tabular.TypedTable;
import io.verisim.text.TextSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one block of rows. Everything in it depends on the recipe and the block's number alone. Immutable; several
 * threads may use it.
 *
 * <p>A block is drawn from the model, then what may not be written is drawn again, then the columns that the model knows
 * nothing of are made, and all are put side by side. Numbers stay numbers until a writer wants their text.
 */
final class BlockMaker {

    private final Recipe recipe;
    private final RandomStreams streams;
    private final RecordRedraw redraw;
    private final List<Modelled> compared;
    private final List<@Nullable WrittenModel> modelled;
    private final RowKeeper keeper;
    private final RowMaker rowMaker;

    BlockMaker(Recipe recipe, TextSource textSource) {
        this.recipe = recipe;
        streams = RandomStreams.of(recipe.options().seed()).with(recipe.table());
        compared = recipe.compared();
        keeper = new RowKeeper(recipe, streams);
        redraw = new RecordRedraw(
                recipe, keeper, new RecordPrints(compared, streams.with("salt").key()));
        modelled = new ArrayList<>();
        for (ColumnMaker maker : recipe.makers()) {
            modelled.add(maker instanceof Modelled column ? new WrittenModel(column) : null);
        }
        rowMaker = new RowMaker(recipe, keeper.rules(), streams, textSource);
    }

    /** Makes a block of so many rows. */
    TypedTable make(long block, int rows) {
        RandomStreams ofBlock = streams.with("block").with(block);
        SampleBlock drawn = recipe.newBlock(rows);
        keeper.sample(drawn, ofBlock.generator());
        WrittenNumbers numbers = new WrittenNumbers(compared, drawn);
        redraw.admit(drawn, numbers, keeper.rows(block), ofBlock);
        return new TypedTable(recipe.table(), columns(drawn, numbers, rowMaker.fill(drawn, block)));
    }

    /** @param made the values of the columns that are not modelled, by column */
    private List<TypedColumn> columns(SampleBlock drawn, WrittenNumbers numbers, List<@Nullable String[]> made) {
        List<TypedColumn> columns = new ArrayList<>();
        int next = 0;
        for (int c = 0; c < modelled.size(); c++) {
            WrittenModel model = modelled.get(c);
            if (model == null) {
                columns.add(TypedColumn.of(recipe.makers().get(c).schema().name(), made.get(c)));
            } else {
                boolean known = next < compared.size() && model.writes(compared.get(next));
                columns.add(model.column(drawn, known ? numbers.of(next) : model.numbers(drawn)));
                next += known ? 1 : 0;
            }
        }
        return columns;
    }
}
