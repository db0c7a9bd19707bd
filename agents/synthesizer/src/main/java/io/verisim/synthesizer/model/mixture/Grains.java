package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.marginal.Habit;
import io.verisim.synthesizer.marginal.NumberBins;
import io.verisim.synthesizer.model.ModelColumn;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How coarsely each number of a column is rounded, where that is more than chance: people state large sums in thousands,
 * small ones in tens, and some forms allow fractions. The grain is drawn like a column of its own, given the bin of the
 * number and the columns before it, and later columns see it.
 *
 * @param codes grain of each row, see {@link Habit#grain}; {@link #NONE} where the number's bin leaves no choice
 */
@SuppressWarnings("ArrayRecordComponent")
record Grains(int[] codes) {

    /** Code of a row whose value has no grain of its own. */
    static final int NONE = Habit.GRAINS;

    /** Each grain for itself. */
    static final Coding CODING = new Coding(
            Habit.GRAINS + 1, null, IntStream.rangeClosed(0, Habit.GRAINS).toArray());

    /** The grains of a column; null where there is nothing to learn. */
    static @Nullable Grains of(ModelColumn column, Coding coding) {
        double[] numbers = column.numbers();
        NumberBins bins = coding.bins();
        if (numbers == null || bins == null || !bins.isHeaped()) {
            return null;
        }
        int[] codes = coding.codesOf(column);
        int[] free = IntStream.range(0, codes.length)
                .filter(row -> codes[row] >= coding.levels() && !bins.isSpike(codes[row] - coding.levels()))
                .toArray();
        int[] grains = new int[codes.length];
        Arrays.fill(grains, NONE);
        for (int row : free) {
            grains[row] = bins.habit().grain(numbers[row]);
        }
        return new Grains(grains);
    }

    byte[] groups() {
        return CODING.groupsOf(codes);
    }
}
