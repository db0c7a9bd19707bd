package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.marginal.Habit;
import io.verisim.synthesizer.marginal.NumberBins;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How one column is made from the columns before it. */
sealed interface ColumnModel {

    /** Fills the column in a block, and the groups by which later columns look at it. */
    void fill(int column, SampleBlock block, byte[][] groups, RandomGenerator random);

    /** The column's values in at most {@value Coding#MAX_VIEW} classes, as the critic sees them. */
    byte[] view(int column, SampleBlock block);

    void write(DataOutput out) throws IOException;

    /** How many columns there are: groups hold those of the columns, of the hidden class, and of the columns' grains. */
    static int columns(byte[][] groups) {
        return groups.length / 2;
    }

    static ColumnModel read(DataInput in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Derived(in.readInt(), Codec.readInts(in), Codec.readInts(in));
            case 1 ->
                new Drawn(
                        Coding.read(in),
                        ConditionalTree.read(in),
                        Habit.read(in),
                        in.readBoolean() ? ConditionalTree.read(in) : null);
            case 2 ->
                new Based(
                        Coding.read(in),
                        Coding.read(in),
                        ConditionalTree.read(in),
                        NumberBase.read(in),
                        Habit.read(in));
            default -> throw new IOException("No model: unknown kind of column");
        };
    }

    /**
     * A category that follows from another one.
     *
     * @param source the column it follows from
     * @param levels its level for each level of the source
     * @param groupOf group of each of its levels
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Derived(int source, int[] levels, int[] groupOf) implements ColumnModel {

        @Override
        public void fill(int column, SampleBlock block, byte[][] groups, RandomGenerator random) {
            int[] from = block.codes(source);
            int[] to = block.codes(column);
            for (int row = 0; row < block.rows(); row++) {
                to[row] = levels[from[row]];
                groups[column][row] = (byte) groupOf[to[row]];
            }
        }

        @Override
        public byte[] view(int column, SampleBlock block) {
            byte[] view = new byte[block.rows()];
            for (int row = 0; row < view.length; row++) {
                view[row] = (byte) groupOf[block.codes(column)[row]];
            }
            return view;
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeByte(0);
            out.writeInt(source);
            Codec.writeInts(out, levels);
            Codec.writeInts(out, groupOf);
        }
    }

    /** Drawn from a tree: a level, or a bin and a value in it. */
    record Drawn(
            Coding coding,
            ConditionalTree tree,
            Habit habit,
            @Nullable ConditionalTree grains) implements ColumnModel {

        @Override
        public void fill(int column, SampleBlock block, byte[][] groups, RandomGenerator random) {
            int[] codes = block.codes(column);
            NumberBins bins = coding.bins();
            if (grains != null) {
                Arrays.fill(groups[columns(groups) + 1 + column], (byte) Grains.NONE);
            }
            for (int row = 0; row < block.rows(); row++) {
                int code = tree.draw(groups, row, random);
                groups[column][row] = (byte) coding.groups()[code];
                if (bins == null || code < coding.levels()) {
                    codes[row] = code;
                } else {
                    codes[row] = ModelColumn.NUMBER;
                    block.numbers(column)[row] = number(column, code - coding.levels(), groups, row, random);
                }
            }
        }

        private double number(int column, int bin, byte[][] groups, int row, RandomGenerator random) {
            NumberBins bins = Objects.requireNonNull(coding.bins());
            if (grains == null) {
                return bins.draw(bin, habit, random);
            }
            int grain = bins.isSpike(bin) ? Grains.NONE : grains.draw(groups, row, random);
            groups[columns(groups) + 1 + column][row] = (byte) grain;
            return grain == Grains.NONE ? bins.draw(bin, habit, random) : bins.draw(bin, grain, habit, random);
        }

        @Override
        public byte[] view(int column, SampleBlock block) {
            return coding.view(block.codes(column), block.numbers(column));
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeByte(1);
            coding.write(out);
            tree.write(out);
            habit.write(out);
            out.writeBoolean(grains != null);
            if (grains != null) {
                grains.write(out);
            }
        }
    }

    /** A number made of a base and a rest that is drawn from a tree. */
    record Based(Coding coding, Coding restCoding, ConditionalTree tree, NumberBase base, Habit habit)
            implements ColumnModel {

        private static final int TRIES = 8;

        @Override
        public void fill(int column, SampleBlock block, byte[][] groups, RandomGenerator random) {
            int[] codes = block.codes(column);
            for (int row = 0; row < block.rows(); row++) {
                codes[row] = tree.draw(groups, row, random);
                if (codes[row] >= restCoding.levels()) {
                    block.numbers(column)[row] = number(codes[row], base.predict(block, row), groups, row, random);
                    codes[row] = ModelColumn.NUMBER;
                }
                double number = codes[row] == ModelColumn.NUMBER ? block.numbers(column)[row] : 0;
                groups[column][row] = (byte) coding.groups()[coding.code(codes[row], number)];
            }
        }

        /** A rest that leads out of the column's range is drawn again, some times. */
        private double number(int first, double about, byte[][] groups, int row, RandomGenerator random) {
            NumberBins rest = Objects.requireNonNull(restCoding.bins());
            NumberBins range = Objects.requireNonNull(coding.bins());
            int code = first;
            double value = about;
            for (int attempt = 0; attempt < TRIES; attempt++) {
                if (code >= restCoding.levels()) {
                    value = base.number(about, rest.draw(code - restCoding.levels(), random));
                    if (value >= range.low() && value <= range.high()) {
                        break;
                    }
                }
                code = tree.draw(groups, row, random);
            }
            return habit.snap(value, range.low(), range.high(), random);
        }

        @Override
        public byte[] view(int column, SampleBlock block) {
            return coding.view(block.codes(column), block.numbers(column));
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeByte(2);
            coding.write(out);
            restCoding.write(out);
            tree.write(out);
            base.write(out);
            habit.write(out);
        }
    }
}
