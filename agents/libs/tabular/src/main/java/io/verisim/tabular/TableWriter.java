package io.verisim.tabular;

import java.io.IOException;

/**
 * Writes a table block by block. What was written counts only after {@link #finish()}: closing without it discards
 * what there is, so that a failure leaves nothing half-written behind.
 */
public interface TableWriter extends AutoCloseable {

    /**
     * Appends rows.
     *
     * @param block columns named as in the schema, in its order
     */
    void write(TypedTable block) throws IOException;

    /** The same with values that are final typed text. */
    default void write(TextTable block) throws IOException {
        write(TypedTable.of(block));
    }

    /** Completes the table. Nothing can be written after it. */
    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
