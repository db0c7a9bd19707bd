package io.verisim.synthesizer.model;

import java.util.Map;
import java.util.Optional;

/**
 * Which rows are wanted. What is asked of single columns is told as such, so that a model can draw from them alone; the
 * whole of it is told by {@link #admits}, which has the last word: the restrictions may let through a little more, by
 * rounding, and say nothing of what is asked of several columns together.
 */
public final class Conditions {

    private final Map<Integer, Restriction> restrictions;
    private final RowTest test;
    private final String description;

    /**
     * Conditions.
     *
     * @param restrictions by column; columns that are not restricted are left out
     * @param description for messages, such as {@code tenure > 24}
     */
    public Conditions(Map<Integer, Restriction> restrictions, RowTest test, String description) {
        this.restrictions = Map.copyOf(restrictions);
        this.test = test;
        this.description = description;
    }

    /**
     * What a column may hold.
     *
     * @param levels whether each level may be; a missing value is one of them
     * @param low where each interval of numbers begins, in order; none where there may be no number
     * @param high where each of them ends; both ends belong to it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Restriction(boolean[] levels, double[] low, double[] high) {

        public boolean allowsNumber(double value) {
            for (int i = 0; i < low.length; i++) {
                if (value >= low[i] && value <= high[i]) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Tells of a row, as it was drawn, whether it is wanted. */
    @FunctionalInterface
    public interface RowTest {
        boolean admits(SampleBlock block, int row);
    }

    /** What is asked of one column of the model. */
    public Optional<Restriction> of(int column) {
        return Optional.ofNullable(restrictions.get(column));
    }

    public boolean admits(SampleBlock block, int row) {
        return test.admits(block, row);
    }

    @Override
    public String toString() {
        return description;
    }
}
