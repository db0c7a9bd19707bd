package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.marginal.NumberBins;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A column as finitely many codes: its levels first, then the bins of its numbers in order. Codes are gathered in at most
 * {@value #MAX_GROUPS} groups, by which other columns look at this one.
 *
 * @param levels number of levels
 * @param bins bins of the numbers; null where there are none
 * @param groups group of each code
 */
@SuppressWarnings("ArrayRecordComponent")
record Coding(int levels, @Nullable NumberBins bins, int[] groups) {

    static final int MAX_GROUPS = 64;

    /** Classes in which a critic sees a column. */
    static final int MAX_VIEW = 256;

    private static final int MOST_BINS = 128;
    private static final int SMALLEST_BIN = 25;
    private static final int MAX_LEVEL_GROUPS = 8;
    private static final int SHARED = 16;

    static Coding of(ModelColumn column) {
        double[] numbers = column.numbers();
        if (numbers == null) {
            return new Coding(column.levels(), null, byFrequency(column));
        }
        return ofNumbers(column.levels(), present(column));
    }

    private static double[] present(ModelColumn column) {
        double[] numbers = column.numbers();
        int[] codes = column.codes();
        return numbers == null
                ? new double[0]
                : IntStream.range(0, codes.length)
                        .filter(row -> codes[row] == ModelColumn.NUMBER)
                        .mapToDouble(row -> numbers[row])
                        .toArray();
    }

    static Coding ofNumbers(int levels, double[] numbers) {
        if (numbers.length == 0) {
            return new Coding(levels, null, IntStream.range(0, levels).toArray());
        }
        NumberBins bins = NumberBins.of(numbers, MOST_BINS, SMALLEST_BIN);
        int shown = Math.min(levels, MAX_LEVEL_GROUPS);
        int room = Math.min(bins.size(), MAX_GROUPS - shown);
        int[] groups = new int[levels + bins.size()];
        for (int code = 0; code < groups.length; code++) {
            groups[code] = code < levels
                    ? Math.min(code, MAX_LEVEL_GROUPS - 1)
                    : shown + (int) ((long) (code - levels) * room / bins.size());
        }
        return new Coding(levels, bins, groups);
    }

    /** The most frequent categories have a group each, all others share some. */
    private static int[] byFrequency(ModelColumn column) {
        int[] counts = new int[column.levels()];
        for (int code : column.codes()) {
            counts[code]++;
        }
        int[] groups = new int[counts.length];
        int[] ranked = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt(level -> -counts[level]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; rank < ranked.length; rank++) {
            groups[ranked[rank]] = rank < MAX_GROUPS ? rank : MAX_GROUPS - SHARED + rank % SHARED;
        }
        return groups;
    }

    /** The numbers of a column of a block. */
    static double[] present(SampleBlock block, int column) {
        int[] codes = block.codes(column);
        double[] numbers = block.numbers(column);
        return IntStream.range(0, block.rows())
                .filter(row -> codes[row] == ModelColumn.NUMBER)
                .mapToDouble(row -> numbers[row])
                .toArray();
    }

    int size() {
        return groups.length;
    }

    boolean isNumeric() {
        return bins != null;
    }

    int code(int level, double number) {
        return level == ModelColumn.NUMBER && bins != null ? levels + bins.bin(number) : level;
    }

    int[] codesOf(ModelColumn column) {
        double[] numbers = column.numbers();
        int[] codes = column.codes().clone();
        if (numbers != null) {
            Arrays.setAll(codes, row -> code(codes[row], numbers[row]));
        }
        return codes;
    }

    byte[] groupsOf(int[] codes) {
        byte[] result = new byte[codes.length];
        for (int row = 0; row < result.length; row++) {
            result[row] = (byte) groups[codes[row]];
        }
        return result;
    }

    /** Finer than groups where a byte can tell more: codes as they are, or neighbouring numbers together. */
    byte[] view(int[] values, double[] numbers) {
        byte[] view = new byte[values.length];
        for (int row = 0; row < view.length; row++) {
            int code = code(values[row], isNumeric() ? numbers[row] : 0);
            view[row] = (byte) (size() <= MAX_VIEW ? code : isNumeric() ? code * MAX_VIEW / size() : groups[code]);
        }
        return view;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(levels);
        Codec.writeInts(out, groups);
        out.writeBoolean(bins != null);
        if (bins != null) {
            bins.write(out);
        }
    }

    static Coding read(DataInput in) throws IOException {
        int levels = in.readInt();
        int[] groups = Codec.readInts(in);
        return new Coding(levels, in.readBoolean() ? NumberBins.read(in) : null, groups);
    }
}
