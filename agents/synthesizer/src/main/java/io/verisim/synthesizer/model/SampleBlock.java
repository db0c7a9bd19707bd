package io.verisim.synthesizer.model;

import java.util.List;

/** Rows that a model fills in, column by column as in {@link ModelColumn}. */
public final class SampleBlock {

    private final int[][] codes;
    private final double[][] numbers;
    private final List<Boolean> numeric;
    private final int rows;

    /** Rows of columns that are numeric or not. */
    public SampleBlock(List<Boolean> numeric, int rows) {
        this.numeric = numeric;
        this.rows = rows;
        codes = new int[numeric.size()][rows];
        numbers = new double[numeric.size()][];
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = numeric.get(j) ? new double[rows] : new double[0];
        }
    }

    /** An empty block of the same columns. */
    public SampleBlock sameColumns(int newRows) {
        return new SampleBlock(numeric, newRows);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return codes.length;
    }

    /** Levels of a column, {@link ModelColumn#NUMBER} where the row holds a number. */
    public int[] codes(int column) {
        return codes[column];
    }

    /** Numbers of a column; meaningful where the code is {@link ModelColumn#NUMBER}; empty for a category column. */
    public double[] numbers(int column) {
        return numbers[column];
    }

    /** Replaces a row by one of another block with the same columns. */
    public void copyRow(int row, SampleBlock from, int fromRow) {
        for (int column = 0; column < codes.length; column++) {
            copyCell(row, column, from, fromRow);
        }
    }

    /** Replaces one cell by that of a row of another block with the same columns. */
    public void copyCell(int row, int column, SampleBlock from, int fromRow) {
        codes[column][row] = from.codes[column][fromRow];
        if (numbers[column].length > 0) {
            numbers[column][row] = from.numbers[column][fromRow];
        }
    }
}
