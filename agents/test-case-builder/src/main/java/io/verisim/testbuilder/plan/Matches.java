package io.verisim.testbuilder.plan;

import java.util.BitSet;

/**
 * What a search term finds in the dataset.
 *
 * @param term what is looked for
 * @param rows numbers of the rows found, from 0
 * @param certain whether the system under test must find the same, however it sorts out types and letters
 */
record Matches(String term, BitSet rows, boolean certain) {

    int count() {
        return rows.cardinality();
    }

    boolean isUnique() {
        return certain && count() == 1;
    }

    boolean has(int row) {
        return rows.get(row);
    }
}
