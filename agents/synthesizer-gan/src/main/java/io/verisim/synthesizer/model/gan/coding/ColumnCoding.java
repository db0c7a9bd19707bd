package io.verisim.synthesizer.model.gan.coding;

import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A column as one choice, its levels first and then the modes of its numbers, and a place within the mode.
 *
 * @param levels choices that are levels
 * @param modes choices that are modes; null for a column without numbers
 * @param scale how numbers are learnt; null where there are none
 */
record ColumnCoding(
        LevelSlots levels,
        @Nullable NumberModes modes,
        @Nullable NumberScale scale) {

    /**
     * Learns a column.
     *
     * @param most most choices of levels
     * @param scores whether numbers are learnt as normal scores
     */
    static ColumnCoding of(ModelColumn column, int most, boolean scores) {
        int[] counts = new int[column.levels()];
        for (int code : column.codes()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        LevelSlots levels = LevelSlots.of(counts, most);
        double[] sorted = present(column);
        if (sorted.length == 0) {
            return new ColumnCoding(levels, null, null);
        }
        NumberScale scale = NumberScale.of(sorted, scores);
        return new ColumnCoding(levels, NumberModes.of(scale.scaled(sorted)), scale);
    }

    /** The numbers of a column, ascending. */
    private static double[] present(ModelColumn column) {
        double[] numbers = column.numbers();
        int[] codes = column.codes();
        return numbers == null
                ? new double[0]
                : IntStream.range(0, codes.length)
                        .filter(row -> codes[row] == ModelColumn.NUMBER)
                        .mapToDouble(row -> numbers[row])
                        .sorted()
                        .toArray();
    }

    boolean isNumeric() {
        return modes != null;
    }

    int choices() {
        return levels.size() + (modes == null ? 0 : modes.size());
    }

    ColumnCoding withScale(NumberScale other) {
        return new ColumnCoding(levels, modes, other);
    }

    /** Codes all rows; the modes of numbers are drawn. */
    void code(ModelColumn column, int[] choice, float[] place, RandomGenerator random) {
        int[] slots = levels.slots(column.levels());
        double[] numbers = column.numbers();
        double[] sorted = present(column);
        double[] scaled = scale == null ? sorted : scale.scaled(sorted);
        for (int row = 0; row < choice.length; row++) {
            int code = column.codes()[row];
            if (code >= 0 || modes == null || numbers == null) {
                choice[row] = slots[code];
                continue;
            }
            double value = scaled[Math.max(0, Arrays.binarySearch(sorted, numbers[row]))];
            int mode = modes.draw(value, random);
            choice[row] = levels.size() + mode;
            place[row] = modes.place(value, mode);
        }
    }

    /** The value on the scale of numbers; only for choices that are modes. */
    double value(int choice, float place) {
        return modes == null ? Double.NaN : modes.number(choice - levels.size(), place);
    }

    boolean isLevel(int choice) {
        return choice < levels.size();
    }

    /** Fills a cell. */
    void fill(SampleBlock block, int column, int row, int choice, float place, RandomGenerator random) {
        if (isLevel(choice) || scale == null) {
            block.codes(column)[row] = levels.level(choice, random);
        } else {
            block.codes(column)[row] = ModelColumn.NUMBER;
            block.numbers(column)[row] = scale.number(value(choice, place), random);
        }
    }

    void write(DataOutput out) throws IOException {
        levels.write(out);
        out.writeBoolean(modes != null);
        if (modes != null && scale != null) {
            modes.write(out);
            scale.write(out);
        }
    }

    static ColumnCoding read(DataInput in) throws IOException {
        LevelSlots levels = LevelSlots.read(in);
        return in.readBoolean()
                ? new ColumnCoding(levels, NumberModes.read(in), NumberScale.read(in))
                : new ColumnCoding(levels, null, null);
    }
}
