package io.verisim.testbuilder.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What the tests of one run need of the data, so that they can run at the same time, in any order and again: a test that
 * changes data does so where no other test looks.
 */
final class Reservations {

    private final Dataset data;
    private final BitSet rows = new BitSet();
    private final List<Matches> searches = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();

    Reservations(Dataset data) {
        this.data = data;
    }

    void use(int row) {
        rows.set(row);
    }

    void use(Matches search) {
        searches.add(search);
    }

    void write(DataColumn column, String value) {
        written.add(new Written(column, value));
    }

    /** Whether no test is bound to the row or finds it. */
    boolean isFree(int row) {
        return !rows.get(row) && searches.stream().noneMatch(search -> search.has(row));
    }

    /** Whether no test would find a row that gets this value. */
    boolean mayWrite(DataColumn column, String value) {
        return searches.stream().noneMatch(search -> data.finds(search.term(), column, value));
    }

    /** Whether a search finds what it finds now after all changes too. */
    boolean isSteady(Matches search) {
        return written.stream().noneMatch(w -> data.finds(search.term(), w.column(), w.value()));
    }

    private record Written(DataColumn column, String value) {}
}
