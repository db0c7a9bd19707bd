package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.numerics.Interruption;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws rows again until none is a production record that is rare. Immutable. */
final class RecordRedraw {

    private static final int ATTEMPTS = 100;
    private static final int CROSSED_FROM = 75;

    private final Recipe recipe;
    private final RecordPrints prints;

    RecordRedraw(Recipe recipe, RecordPrints prints) {
        this.recipe = recipe;
        this.prints = prints;
    }

    /**
     * Replaces the rows that are refused.
     *
     * @param numbers of the columns that are compared; kept in step
     * @param ofBlock the block's own randomness
     */
    void admit(SampleBlock drawn, WrittenNumbers numbers, RandomStreams ofBlock) {
        if (prints.columns().isEmpty()) {
            return;
        }
        long[] records = prints.of(drawn, numbers);
        for (int row = 0; row < records.length; row++) {
            if (recipe.records().forbids(records[row])) {
                redraw(drawn, numbers, row, ofBlock.with("redraw").with(row));
            }
        }
    }

    /** The last draws cross two rows, so that tables of few columns have more to choose from. */
    private void redraw(SampleBlock drawn, WrittenNumbers numbers, int row, RandomStreams ofRow) {
        SampleBlock fresh = recipe.newBlock(2);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Interruption.check();
            RandomGenerator random = ofRow.with(attempt).generator();
            recipe.model().sample(fresh, random);
            drawn.copyRow(row, fresh, 0);
            if (attempt >= CROSSED_FROM) {
                cross(drawn, row, fresh, random);
            }
            numbers.refresh(row);
            if (!recipe.records().forbids(prints.of(drawn, numbers, row))) {
                return;
            }
        }
        throw VerisimException.data(
                "NO_ADMISSIBLE_RECORD",
                "Table '" + recipe.table() + "' has no record left that is not in the source: after " + ATTEMPTS
                        + " draws, every one equals a production record that occurs in fewer than 5 rows.",
                "Give the model more rows or columns, or keep columns out of it (strategy key, pattern or drop).",
                Map.of("table", recipe.table()));
    }

    private static void cross(SampleBlock drawn, int row, SampleBlock fresh, RandomGenerator random) {
        for (int column = 0; column < fresh.columns(); column++) {
            if (random.nextBoolean()) {
                drawn.copyCell(row, column, fresh, 1);
            }
        }
    }
}
