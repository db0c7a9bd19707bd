package io.verisim.synthesizer.model.mixture;

import java.util.List;

/**
 * What a tree may look at, by row: groups of each column, of the hidden class, of the columns' grains, and classes of
 * scores. What has an order, numbers for instance, has neighbouring groups that are alike.
 *
 * @param groups by feature, then by row; each from 0 to {@link Coding#MAX_GROUPS} − 1
 * @param ordered whether neighbouring groups are alike
 */
@SuppressWarnings("ArrayRecordComponent")
record Features(byte[][] groups, boolean[] ordered) {

    /** Features of so many columns, empty. */
    static Features of(int columns) {
        return new Features(new byte[count(columns)][], new boolean[count(columns)]);
    }

    /** How many features so many columns have. */
    static int count(int columns) {
        return 2 * columns + 1 + ScoredTree.MOST_SCORES;
    }

    /** How many columns there are. */
    static int columns(byte[][] groups) {
        return (groups.length - 1 - ScoredTree.MOST_SCORES) / 2;
    }

    /** Where the grains of a column are. */
    static int grains(int columns, int column) {
        return columns + 1 + column;
    }

    /** Where the classes of a score are. */
    int score(int number) {
        return groups.length - ScoredTree.MOST_SCORES + number;
    }

    Features withScores(List<byte[]> classes) {
        byte[][] all = groups.clone();
        boolean[] allOrdered = ordered.clone();
        for (int s = 0; s < classes.size(); s++) {
            all[score(s)] = classes.get(s);
            allOrdered[score(s)] = true;
        }
        return new Features(all, allOrdered);
    }
}
