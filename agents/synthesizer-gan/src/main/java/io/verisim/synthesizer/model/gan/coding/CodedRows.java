package io.verisim.synthesizer.model.gan.coding;

import io.verisim.synthesizer.model.gan.network.Heads.Head;
import java.util.List;

/**
 * Rows as choices and places, column by column.
 *
 * @param choices by column and row
 * @param places by column and row; empty for columns without numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record CodedRows(int[][] choices, float[][] places) {

    /** Empty rows, to be filled. */
    public static CodedRows empty(TableCoding coding, int rows) {
        List<Head> heads = coding.heads();
        float[][] places = new float[heads.size()][];
        for (int j = 0; j < places.length; j++) {
            places[j] = new float[heads.get(j).scalar() < 0 ? 0 : rows];
        }
        return new CodedRows(new int[heads.size()][rows], places);
    }

    public int size() {
        return choices.length == 0 ? 0 : choices[0].length;
    }

    public int[] choice(int column) {
        return choices[column];
    }

    public float[] place(int column) {
        return places[column];
    }

    /** Some of the rows, in this order. */
    public CodedRows some(int[] rows) {
        int[][] chosen = new int[choices.length][rows.length];
        float[][] placed = new float[choices.length][];
        for (int j = 0; j < choices.length; j++) {
            placed[j] = new float[places[j].length == 0 ? 0 : rows.length];
            for (int i = 0; i < rows.length; i++) {
                chosen[j][i] = choices[j][rows[i]];
                if (placed[j].length > 0) {
                    placed[j][i] = places[j][rows[i]];
                }
            }
        }
        return new CodedRows(chosen, placed);
    }

    /** Writes a row as a network sees it: ones at its choices, zeros elsewhere, and its places. */
    public void write(int row, List<Head> heads, float[] to, int offset) {
        for (int j = 0; j < choices.length; j++) {
            Head head = heads.get(j);
            java.util.Arrays.fill(to, offset + head.from(), offset + head.to(), 0);
            to[offset + head.from() + choices[j][row]] = 1;
            if (head.scalar() >= 0) {
                to[offset + head.scalar()] = places[j][row];
            }
        }
    }
}
