package io.verisim.tabular;

import java.util.List;

/**
 * Takes the rows of a table as a reader comes by them, so that a file of any size is read in flat memory. Calls come in
 * this order: {@link #columns} once, then for each row one {@link #text} or {@link #missing} a column, in order, and
 * {@link #endRow}.
 */
public interface RowSink {

    /** The names of the columns, each different and none blank. */
    void columns(List<String> names);

    /** A value; the buffer belongs to the reader and changes after the call. */
    void text(int column, char[] buffer, int offset, int length);

    /** A missing value. */
    void missing(int column);

    void endRow();

    /** Something about the reading that a user should know, in a sentence. */
    default void note(String note) {}

    /** Gives a value held in a string. */
    default void text(int column, String value) {
        text(column, value.toCharArray(), 0, value.length());
    }
}
