package io.verisim.distributor.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a load did.
 *
 * @param place the table or file that holds the rows now, as a person would name it
 * @param records rows in it that come from this dataset
 * @param repeated whether an earlier attempt of the same task had loaded them already
 * @param notes what a user should know, in sentences without values
 * @param columns names in the target by names in the dataset, where they differ
 * @param file the file to keep as the dataset, where the target made one
 */
public record LoadOutcome(
        String place,
        long records,
        boolean repeated,
        List<String> notes,
        Map<String, String> columns,
        Optional<Produced> file) {

    /**
     * A file that a target made.
     *
     * @param file where it lies
     * @param mediaType IANA media type
     */
    public record Produced(Path file, String mediaType) {}

    public LoadOutcome {
        notes = List.copyOf(notes);
        columns = Map.copyOf(columns);
    }
}
