package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.numerics.Interruption;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.leakage.RecordGuard;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.text.TextSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes one block of rows. Everything in it depends on the recipe and the block's number alone. Immutable; several
 * threads may use it.
 */
final class BlockMaker {

    private static final int CROSSED_FROM = 75;

    private final Recipe recipe;
    private final RandomStreams streams;
    private final List<Modelled> compared;
    private final long[][] levelHashes;
    private final long salt;
    private final RowMaker rowMaker;
    private final RowKeeper keeper;

    BlockMaker(Recipe recipe, TextSource textSource) {
        this.recipe = recipe;
        streams = RandomStreams.of(recipe.options().seed()).with(recipe.table());
        salt = streams.with("salt").key();
        compared = recipe.compared();
        levelHashes = compared.stream().map(c -> levelHashes(c, salt)).toArray(long[][]::new);
        keeper = new RowKeeper(recipe, streams);
        rowMaker = new RowMaker(recipe, keeper.rules(), streams, textSource);
    }

    static long[] levelHashes(Modelled column, long salt) {
        return column.levels().stream()
                .mapToLong(level -> level == null ? 0 : RecordGuard.hash(level, salt))
                .toArray();
    }

    /** Makes a block of so many rows. */
    TextTable make(long block, int rows) {
        RandomStreams ofBlock = streams.with("block").with(block);
        SampleBlock drawn = recipe.newBlock(rows);
        keeper.sample(drawn, ofBlock.generator());
        RowKeeper.Rows kept = keeper.rows(block);
        String[][] numberTexts = numberTexts(drawn);
        if (!compared.isEmpty() || keeper.looksAtRows()) {
            for (int row = 0; row < rows; row++) {
                if (!admits(kept, drawn, numberTexts, row)) {
                    redraw(kept, drawn, numberTexts, row, ofBlock.with("redraw").with(row));
                }
                kept.keep(drawn, row);
            }
        }
        List<@Nullable String[]> values = rowMaker.fill(drawn, block);
        List<TextColumn> columns = new ArrayList<>();
        int compare = 0;
        for (int c = 0; c < recipe.makers().size(); c++) {
            ColumnMaker maker = recipe.makers().get(c);
            @Nullable String[] texts = values.get(c);
            if (maker instanceof Modelled modelled) {
                boolean isCompared = compare < compared.size() && compared.get(compare) == modelled;
                texts = texts(modelled, drawn, isCompared ? numberTexts[compare] : null);
                compare += isCompared ? 1 : 0;
            }
            columns.add(TextColumn.of(maker.schema().name(), Arrays.asList(texts)));
        }
        return new TextTable(recipe.table(), columns);
    }

    private static @Nullable String[] texts(Modelled column, SampleBlock drawn, String @Nullable [] numberTexts) {
        @Nullable String[] texts = new @Nullable String[drawn.rows()];
        int[] codes = drawn.codes(column.model());
        for (int row = 0; row < texts.length; row++) {
            texts[row] = numberTexts == null || codes[row] >= 0 ? column.text(drawn, row) : numberTexts[row];
        }
        return texts;
    }

    /** The text of each number of the compared columns; written once, compared and given out. */
    private String[][] numberTexts(SampleBlock drawn) {
        String[][] texts = new String[compared.size()][];
        for (int c = 0; c < texts.length; c++) {
            texts[c] = new String[drawn.rows()];
            for (int row = 0; row < drawn.rows(); row++) {
                texts[c][row] = numberText(compared.get(c), drawn, row);
            }
        }
        return texts;
    }

    private static String numberText(Modelled column, SampleBlock drawn, int row) {
        String text = drawn.codes(column.model())[row] < 0 ? column.text(drawn, row) : "";
        return text == null ? "" : text;
    }

    /** Whether a row, once settled, meets the constraints and is no production record. */
    private boolean admits(RowKeeper.Rows kept, SampleBlock drawn, String[][] numberTexts, int row) {
        if (!kept.settle(drawn, row)) {
            return false;
        }
        if (keeper.looksAtRows()) {
            writeNumbers(drawn, numberTexts, row);
        }
        return compared.isEmpty() || !recipe.records().forbids(record(drawn, numberTexts, row));
    }

    private void writeNumbers(SampleBlock drawn, String[][] numberTexts, int row) {
        for (int c = 0; c < numberTexts.length; c++) {
            numberTexts[c][row] = numberText(compared.get(c), drawn, row);
        }
    }

    private long record(SampleBlock drawn, String[][] numberTexts, int row) {
        long record = 0;
        for (int c = 0; c < numberTexts.length; c++) {
            int code = drawn.codes(compared.get(c).model())[row];
            long hash = code >= 0 ? levelHashes[c][code] : RecordGuard.hash(numberTexts[c][row], salt);
            record = RecordGuard.append(record, hash);
        }
        return record;
    }

    /**
     * Draws a row again until it is no production record; the last draws cross two rows, so that tables of few columns
     * have more to choose from.
     */
    private void redraw(RowKeeper.Rows kept, SampleBlock drawn, String[][] numberTexts, int row, RandomStreams ofRow) {
        SampleBlock fresh = recipe.newBlock(2);
        for (long attempt = 0; attempt < keeper.attempts(); attempt++) {
            Interruption.check();
            RandomGenerator random = ofRow.with(attempt).generator();
            keeper.sample(fresh, random);
            drawn.copyRow(row, fresh, 0);
            if (attempt >= CROSSED_FROM) {
                for (int column = 0; column < fresh.columns(); column++) {
                    if (random.nextBoolean()) {
                        drawn.copyCell(row, column, fresh, 1);
                    }
                }
            }
            writeNumbers(drawn, numberTexts, row);
            if (keeper.rules().admits(drawn, row) && admits(kept, drawn, numberTexts, row)) {
                return;
            }
        }
        VerisimException exhausted = kept.exhausted();
        if (exhausted != null) {
            throw exhausted;
        }
        throw VerisimException.data(
                "NO_ADMISSIBLE_RECORD",
                "Table '" + recipe.table() + "' has no record left that is not in the source: after "
                        + keeper.attempts()
                        + " draws, every one equals a production record that occurs in fewer than 5 rows.",
                "Give the model more rows or columns, or keep columns out of it (strategy key, pattern or drop).",
                Map.of("table", recipe.table()));
    }
}
