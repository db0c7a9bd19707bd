package io.verisim.synthesizer.privacy;

import java.util.List;

/**
 * How many rows their quasi-identifiers single out.
 *
 * @param quasiIdentifiers the columns; numbers and datetimes count in 10 bins
 * @param trainingUnique training rows that no other training row shares its combination with
 * @param trainingRows training rows in all
 * @param syntheticUnique synthetic rows that no other synthetic row shares its combination with
 * @param syntheticRows synthetic rows in all
 */
public record Uniqueness(
        List<String> quasiIdentifiers, int trainingUnique, int trainingRows, int syntheticUnique, int syntheticRows) {

    public Uniqueness {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
    }
}
