package io.verisim.bench.synthesis;

import io.verisim.numerics.RandomStreams;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A table cut at random in two of equal size; of an odd number of rows one is left out.
 *
 * @param training T, which the model sees
 * @param holdout H, which it does not: other rows from the same source, and so the best that a twin can be
 */
record Halves(TextTable training, TextTable holdout) {

    /** The halves by a seed; the same for everybody. */
    static Halves of(TextTable table, long seed) {
        int[] order = order(
                table.rows(),
                RandomStreams.of(seed).with("halves").with(table.name()).generator());
        int half = order.length / 2;
        return new Halves(
                rows(table, Arrays.copyOf(order, half)), rows(table, Arrays.copyOfRange(order, half, 2 * half)));
    }

    private static int[] order(int rows, RandomGenerator random) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** The first rows of a table. */
    static TextTable head(TextTable table, int rows) {
        int[] first = new int[Math.min(rows, table.rows())];
        Arrays.setAll(first, row -> row);
        return rows(table, first);
    }

    /** The values are coded anew, so that nothing of the other rows is left in the dictionaries. */
    private static TextTable rows(TextTable table, int[] rows) {
        List<TextColumn> columns = new ArrayList<>();
        for (TextColumn column : table.columns()) {
            List<@Nullable String> values = new ArrayList<>(rows.length);
            for (int row : rows) {
                values.add(column.value(row));
            }
            columns.add(TextColumn.of(column.name(), values));
        }
        return new TextTable(table.name(), columns);
    }
}
