package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.marginal.NumberBins;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How one column is made from the columns before it. */
sealed interface ColumnModel {

    /** Draws for one number, beyond the first, until it is one that can be. */
    int TRIES = 8;

    /** Fills the column in a block, and the groups by which later columns look at it. */
    void fill(int column, SampleBlock block, byte[][] groups, RandomGenerator random);

    /** The column's values in at most {@value Coding#MAX_VIEW} classes, as the critic sees them. */
    byte[] view(int column, SampleBlock block);

    void write(DataOutput out) throws IOException;

    static ColumnModel read(DataInput in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> new Derived(in.readInt(), Codec.readInts(in), Codec.readInts(in));
            case 1 ->
                new Drawn(
                        Coding.read(in),
                        ScoredTree.read(in),
                        in.readBoolean() ? GrainModel.read(in) : null,
                        Codec.readList(in, Bound::read));
            case 2 -> new Based(Coding.read(in), Coding.read(in), ScoredTree.read(in), NumberBase.read(in));
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
    record Drawn(Coding coding, ScoredTree tree, @Nullable GrainModel grains, List<Bound> bounds)
            implements ColumnModel {

        @Override
        public void fill(int column, SampleBlock block, byte[][] groups, RandomGenerator random) {
            int[] codes = block.codes(column);
            NumberBins bins = coding.bins();
            tree.look(groups, block.rows());
            if (grains != null) {
                Arrays.fill(groups[Features.grains(Features.columns(groups), column)], (byte) Grains.NONE);
            }
            for (int row = 0; row < block.rows(); row++) {
                int code = tree.draw(groups, row, random);
                if (bins != null && code >= coding.levels()) {
                    code = number(column, code, block, groups, row, random);
                }
                groups[column][row] = (byte) coding.groups()[code];
                codes[row] = bins == null || code < coding.levels() ? code : ModelColumn.NUMBER;
            }
        }

        /** Draws a number until it keeps the bounds, some times; the code it has in the end, always that of a number. */
        private int number(int column, int first, SampleBlock block, byte[][] groups, int row, RandomGenerator random) {
            int code = first;
            for (int attempt = 0; ; attempt++) {
                double number = number(column, code - coding.levels(), groups, row, random);
                block.numbers(column)[row] = number;
                if (attempt == TRIES || isAllowed(number, block, row)) {
                    return code;
                }
                int next = tree.draw(groups, row, random);
                code = next < coding.levels() ? code : next;
            }
        }

        private boolean isAllowed(double number, SampleBlock block, int row) {
            for (Bound bound : bounds) {
                if (!bound.allows(number, block, row)) {
                    return false;
                }
            }
            return true;
        }

        private double number(int column, int bin, byte[][] groups, int row, RandomGenerator random) {
            NumberBins bins = Objects.requireNonNull(coding.bins());
            if (grains == null || bins.isSpike(bin)) {
                return bins.draw(bin, random);
            }
            double number = bins.draw(bin, grains.factors(groups, row), random);
            groups[Features.grains(Features.columns(groups), column)][row] =
                    (byte) bins.habit().grain(number);
            return number;
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
            out.writeBoolean(grains != null);
            if (grains != null) {
                grains.write(out);
            }
            Codec.writeList(out, bounds, Bound::write);
        }
    }

    /** A number made of a base and a rest that is drawn from a tree. */
    record Based(Coding coding, Coding restCoding, ScoredTree tree, NumberBase base) implements ColumnModel {

        @Override
        public void fill(int column, SampleBlock block, byte[][] groups, RandomGenerator random) {
            int[] codes = block.codes(column);
            tree.look(groups, block.rows());
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
                    value = base.number(about, rest.drawSmooth(code - restCoding.levels(), random));
                    if (value >= range.low() && value <= range.high()) {
                        break;
                    }
                }
                code = tree.draw(groups, row, random);
            }
            return range.habit().snap(value, range.low(), range.high(), random);
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
        }
    }
}
