package io.verisim.testbuilder.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/** Chooses rows that a scenario can be bound to: scattered over the table, and always the same for one seed. */
final class RowChooser {

    static final int PAGE = 20;

    private static final int MANY = 5_000;
    private static final int SOME = 60;
    private static final int COLUMNS_TRIED = 8;

    private final Dataset data;
    private final Reservations reservations;
    private final RandomGenerator random;
    private final List<DataColumn> mostDistinctFirst;

    RowChooser(Dataset data, Reservations reservations, RandomGenerator random) {
        this.data = data;
        this.reservations = reservations;
        this.random = random;
        this.mostDistinctFirst = data.columns().stream()
                .sorted(Comparator.comparingInt(DataColumn::distinct).reversed())
                .limit(COLUMNS_TRIED)
                .toList();
    }

    /**
     * Chooses a row.
     *
     * @param suits what the scenario asks of it
     * @param changes whether the scenario changes the row
     * @param need what it asks of it, in words
     */
    int choose(IntPredicate suits, boolean changes, String need) {
        IntPredicate allowed = changes ? row -> suits.test(row) && reservations.isFree(row) : suits;
        OptionalInt findable = first(row -> allowed.test(row) && finder(row).isPresent(), SOME);
        if (findable.isPresent()) {
            return findable.getAsInt();
        }
        OptionalInt placed = first(row -> allowed.test(row) && hasKnownPlace(row, changes), MANY);
        return placed.isPresent()
                ? placed.getAsInt()
                : first(allowed, MANY).orElseThrow(() -> new CannotBind("No row of the table " + need + "."));
    }

    /** A column whose value in a row finds this row and no other. */
    Optional<DataColumn> finder(int row) {
        return mostDistinctFirst.stream()
                .filter(column -> column.type() == io.verisim.model.table.ColumnType.TEXT || column.isNumber())
                .filter(column -> column.occursOnce(row))
                .filter(column -> column.shown(row)
                        .map(data::search)
                        .filter(found -> found.isUnique() && found.has(row) && reservations.isSteady(found))
                        .isPresent())
                .findFirst();
    }

    /**
     * Whether a row is at a known place of the list: a table without key is listed in the order in which it was loaded.
     * Rows that are changed move to the end of it, so they are taken from the last page, and others from the first; where
     * there is one page, from its halves.
     */
    boolean hasKnownPlace(int row, boolean changes) {
        if (data.mayBeSorted()) {
            return false;
        }
        if (data.rows() <= PAGE) {
            int middle = data.rows() / 2;
            return changes ? row >= middle : row < Math.max(1, middle);
        }
        return changes ? row >= (data.rows() - 1) / PAGE * PAGE : row < PAGE;
    }

    /** The first row that suits, of so many, in an order that visits every row once. */
    OptionalInt first(IntPredicate suits, int tries) {
        int rows = data.rows();
        if (rows == 0) {
            throw new CannotBind("The table has no rows.");
        }
        int start = random.nextInt(rows);
        int stride = stride(rows);
        for (int i = 0; i < Math.min(rows, tries); i++) {
            int row = (int) ((start + (long) i * stride) % rows);
            if (suits.test(row)) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    private int stride(int rows) {
        int stride = rows == 1 ? 1 : 1 + random.nextInt(rows - 1);
        while (gcd(stride, rows) != 1) {
            stride++;
        }
        return stride;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
