package io.verisim.synthesizer.condition;

import org.jspecify.annotations.Nullable;

/** The cells of one row, by column as in a {@link Layout}, as they will be written. */
public interface Cells {

    /** The value; null where it is missing. */
    @Nullable
    String text(int column);

    /** The value of a column of numbers, or microseconds since 1970 of one of times; NaN where it is missing or neither. */
    double number(int column);

    boolean isMissing(int column);
}
