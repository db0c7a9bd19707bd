package io.verisim.tabular;

import java.util.List;

/**
 * A table and what its reading was about.
 *
 * @param table the table
 * @param format name of the format it was read as
 * @param notes what a user should know about the reading, in sentences: a separator or encoding that was detected
 */
public record LoadedTable(TextTable table, String format, List<String> notes) {

    public LoadedTable {
        notes = List.copyOf(notes);
    }
}
