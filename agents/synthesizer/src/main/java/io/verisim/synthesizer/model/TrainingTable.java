package io.verisim.synthesizer.model;

import java.util.List;

/**
 * What a model is fitted to.
 *
 * @param rows number of rows
 * @param columns columns of that many rows; may be none
 */
public record TrainingTable(int rows, List<ModelColumn> columns) {

    public TrainingTable {
        columns = List.copyOf(columns);
    }

    /** Whether each column has numbers. */
    public List<Boolean> numeric() {
        return columns.stream().map(ModelColumn::isNumeric).toList();
    }

    /** Some of the rows, in this order. */
    public TrainingTable only(int[] kept) {
        return new TrainingTable(
                kept.length, columns.stream().map(column -> column.only(kept)).toList());
    }

    /** The rows as a model would make them. */
    public SampleBlock toBlock() {
        SampleBlock block = new SampleBlock(numeric(), rows);
        for (int j = 0; j < columns.size(); j++) {
            System.arraycopy(columns.get(j).codes(), 0, block.codes(j), 0, rows);
            double[] numbers = columns.get(j).numbers();
            if (numbers != null) {
                System.arraycopy(numbers, 0, block.numbers(j), 0, rows);
            }
        }
        return block;
    }
}
