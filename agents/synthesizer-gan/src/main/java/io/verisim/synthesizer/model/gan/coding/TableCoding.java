package io.verisim.synthesizer.model.gan.coding;

import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import io.verisim.synthesizer.model.gan.network.Heads.Head;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** How the columns of a table lie side by side in a row of a network, and what they mean. Immutable. */
public final class TableCoding {

    private final List<ColumnCoding> columns;
    private final List<Head> heads;
    private final int width;

    private TableCoding(List<ColumnCoding> columns) {
        this.columns = List.copyOf(columns);
        List<Head> laid = new ArrayList<>();
        int at = 0;
        for (ColumnCoding column : columns) {
            int scalar = column.isNumeric() ? at++ : -1;
            laid.add(new Head(scalar, at, at + column.choices()));
            at += column.choices();
        }
        heads = List.copyOf(laid);
        width = at;
    }

    /**
     * Learns the columns of a table.
     *
     * @param most most choices of a column's levels
     * @param scores whether numbers are learnt as normal scores
     */
    public static TableCoding of(TrainingTable table, int most, boolean scores) {
        return new TableCoding(table.columns().stream()
                .map(column -> ColumnCoding.of(column, most, scores))
                .toList());
    }

    /** The rows of a table; modes are drawn, column after column. */
    public CodedRows code(TrainingTable table, RandomGenerator random) {
        int[][] choices = new int[columns.size()][table.rows()];
        float[][] places = new float[columns.size()][];
        for (int j = 0; j < choices.length; j++) {
            ModelColumn column = table.columns().get(j);
            places[j] = new float[columns.get(j).isNumeric() ? table.rows() : 0];
            columns.get(j).code(column, choices[j], places[j], random);
        }
        return new CodedRows(choices, places);
    }

    /** What becomes of each column's logits, in the order of columns. */
    public List<Head> heads() {
        return heads;
    }

    /** Values of a row. */
    public int width() {
        return width;
    }

    /** Choices of a column. */
    public int choices(int column) {
        return columns.get(column).choices();
    }

    /** Columns that can be asked for: those without numbers that have a choice. */
    public int[] conditional() {
        return java.util.stream.IntStream.range(0, columns.size())
                .filter(j -> !columns.get(j).isNumeric() && columns.get(j).choices() > 1)
                .toArray();
    }

    /**
     * The same, with numbers by their ranks among values that a network makes.
     *
     * @param rows such rows, at least one
     */
    public TableCoding calibrated(CodedRows rows) {
        List<ColumnCoding> calibrated = new ArrayList<>();
        for (int j = 0; j < columns.size(); j++) {
            ColumnCoding column = columns.get(j);
            double[] made = new double[rows.size()];
            int found = 0;
            for (int row = 0; row < made.length; row++) {
                int choice = rows.choice(j)[row];
                if (!column.isLevel(choice)) {
                    made[found++] = column.value(choice, rows.place(j)[row]);
                }
            }
            NumberScale scale = column.scale();
            double[] sorted = Arrays.copyOf(made, found);
            Arrays.sort(sorted);
            calibrated.add(scale == null || found == 0 ? column : column.withScale(scale.calibrated(sorted)));
        }
        return new TableCoding(calibrated);
    }

    /** Fills rows of a block from the first of these on. */
    public void fill(SampleBlock block, int firstRow, CodedRows rows, int count, RandomGenerator random) {
        for (int j = 0; j < columns.size(); j++) {
            ColumnCoding column = columns.get(j);
            float[] place = rows.place(j);
            for (int row = 0; row < count; row++) {
                column.fill(block, j, firstRow + row, rows.choice(j)[row], place.length == 0 ? 0 : place[row], random);
            }
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(columns.size());
        for (ColumnCoding column : columns) {
            column.write(out);
        }
    }

    public static TableCoding read(DataInput in) throws IOException {
        List<ColumnCoding> columns = new ArrayList<>();
        for (int count = Codec.readCount(in); count > 0; count--) {
            columns.add(ColumnCoding.read(in));
        }
        return new TableCoding(columns);
    }
}
