package io.verisim.processor.profile;

import java.util.List;

/**
 * Artifact {@code profile.json}.
 *
 * @param tables the tables of the source
 * @param notes what a user should know about the reading of the files, in sentences
 * @param sensitivity how sure the classification was, for the audit log
 */
public record DatasetProfile(List<TableProfile> tables, List<String> notes, SensitivityFigures sensitivity) {

    public DatasetProfile {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }
}
