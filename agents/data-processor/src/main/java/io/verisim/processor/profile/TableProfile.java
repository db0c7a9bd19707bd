package io.verisim.processor.profile;

import java.util.List;

/**
 * What a table looks like; part of artifact {@code profile.json}.
 *
 * @param table table name
 * @param rows number of rows
 * @param columns one profile a column, in the order of the table
 * @param candidateKeys sets of columns without gaps whose values together occur once; single columns first, pairs only
 *     where no single column is a key
 */
public record TableProfile(String table, long rows, List<ColumnProfile> columns, List<List<String>> candidateKeys) {

    public TableProfile {
        columns = List.copyOf(columns);
        candidateKeys = List.copyOf(candidateKeys);
    }
}
