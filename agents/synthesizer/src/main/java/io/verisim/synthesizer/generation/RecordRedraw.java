package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.numerics.Interruption;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws rows again until none is a production record that is rare and all meet the constraints. Immutable. */
final class RecordRedraw {

    private static final int CROSSED_FROM = 75;

    private final Recipe recipe;
    private final RowKeeper keeper;
    private final RecordPrints prints;

    RecordRedraw(Recipe recipe, RowKeeper keeper, RecordPrints prints) {
        this.recipe = recipe;
        this.keeper = keeper;
        this.prints = prints;
    }

    /**
     * Replaces the rows that are refused.
     *
     * @param numbers of the columns that are compared; kept in step
     * @param kept the rows of this block, of which none was asked for
     * @param ofBlock the block's own randomness
     */
    void admit(SampleBlock drawn, WrittenNumbers numbers, RowKeeper.Rows kept, RandomStreams ofBlock) {
        if (keeper.looksAtRows()) {
            admitSettled(drawn, numbers, kept, ofBlock);
            return;
        }
        if (prints.columns().isEmpty()) {
            return;
        }
        long[] records = prints.of(drawn, numbers);
        for (int row = 0; row < records.length; row++) {
            if (recipe.records().forbids(records[row])) {
                redraw(drawn, numbers, kept, row, ofBlock.with("redraw").with(row));
            }
        }
    }

    /** As above where what rows are kept depends on those before them. */
    private void admitSettled(SampleBlock drawn, WrittenNumbers numbers, RowKeeper.Rows kept, RandomStreams ofBlock) {
        for (int row = 0; row < drawn.rows(); row++) {
            if (!admits(drawn, numbers, kept, row)) {
                redraw(drawn, numbers, kept, row, ofBlock.with("redraw").with(row));
            }
            kept.keep(drawn, row);
        }
    }

    /** Whether a row, once settled, meets the constraints and is no production record. */
    private boolean admits(SampleBlock drawn, WrittenNumbers numbers, RowKeeper.Rows kept, int row) {
        if (!kept.settle(drawn, row)) {
            return false;
        }
        numbers.refresh(row);
        return prints.columns().isEmpty() || !recipe.records().forbids(prints.of(drawn, numbers, row));
    }

    /** The last draws cross two rows, so that tables of few columns have more to choose from. */
    private void redraw(SampleBlock drawn, WrittenNumbers numbers, RowKeeper.Rows kept, int row, RandomStreams ofRow) {
        SampleBlock fresh = recipe.newBlock(2);
        for (long attempt = 0; attempt < keeper.attempts(); attempt++) {
            Interruption.check();
            RandomGenerator random = ofRow.with(attempt).generator();
            keeper.sample(fresh, random);
            drawn.copyRow(row, fresh, 0);
            if (attempt >= CROSSED_FROM) {
                cross(drawn, row, fresh, random);
            }
            if (keeper.rules().admits(drawn, row) && admits(drawn, numbers, kept, row)) {
                return;
            }
        }
        VerisimException exhausted = kept.exhausted();
        throw exhausted == null ? noRecord() : exhausted;
    }

    private VerisimException noRecord() {
        return VerisimException.data(
                "NO_ADMISSIBLE_RECORD",
                "Table '" + recipe.table() + "' has no record left that is not in the source: after "
                        + keeper.attempts()
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
