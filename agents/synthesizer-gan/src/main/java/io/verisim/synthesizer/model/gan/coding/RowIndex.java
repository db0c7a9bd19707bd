package io.verisim.synthesizer.model.gan.coding;

import java.util.random.RandomGenerator;

/** The rows that have a choice, so that a row can be drawn that has what is asked for. */
public final class RowIndex {

    private final Conditions conditions;
    private final int[][] sorted;
    private final int[][] begin;
    private final int rows;

    public RowIndex(TableCoding coding, Conditions conditions, CodedRows rows) {
        this.conditions = conditions;
        this.rows = rows.size();
        sorted = new int[conditions.count()][rows.size()];
        begin = new int[conditions.count()][];
        for (int c = 0; c < sorted.length; c++) {
            int[] choices = rows.choice(conditions.column(c));
            int[] start = new int[coding.choices(conditions.column(c)) + 1];
            for (int choice : choices) {
                start[choice + 1]++;
            }
            for (int s = 1; s < start.length; s++) {
                start[s] += start[s - 1];
            }
            begin[c] = start.clone();
            for (int row = 0; row < choices.length; row++) {
                sorted[c][start[choices[row]]++] = row;
            }
        }
    }

    /** A row that has what a position asks for; any row where nothing is asked for. */
    public int draw(int position, RandomGenerator random) {
        if (position < 0) {
            return random.nextInt(rows);
        }
        int c = conditions.conditional(position);
        int choice = conditions.choice(position);
        int from = begin[c][choice];
        return sorted[c][from + random.nextInt(begin[c][choice + 1] - from)];
    }
}
