package io.verisim.model.sensitivity;

import io.verisim.model.table.ColumnType;
import java.util.List;

/**
 * The verdict on one column.
 *
 * @param name column name
 * @param type logical type of the values
 * @param sensitive whether {@code confidence} exceeds the threshold (0.7 by default)
 * @param sensitivityType best type, also where the column is not sensitive
 * @param confidence probability that the column is sensitive, from 0 to 1
 * @param reasoning why, in one or two sentences without production values
 * @param strategy recommended way to make synthetic values
 * @param votes what each classifier thought
 */
public record ColumnSensitivity(
        String name,
        ColumnType type,
        boolean sensitive,
        SensitivityType sensitivityType,
        double confidence,
        String reasoning,
        Strategy strategy,
        List<Vote> votes) {

    public ColumnSensitivity {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence lies between 0 and 1, not at " + confidence);
        }
        votes = List.copyOf(votes);
    }
}
