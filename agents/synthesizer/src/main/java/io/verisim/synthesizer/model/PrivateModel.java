package io.verisim.synthesizer.model;

import java.util.List;

/** A synthesis model whose fit is differentially private. */
public interface PrivateModel extends SynthesisModel {

    /**
     * What is known of a column without looking at the data.
     *
     * @param levels how many of the column's levels, the first ones, are public; that any other one exists is a secret
     * @param step numbers are multiples of it; 0 where that is not known
     */
    record PublicDomain(int levels, double step) {}

    /**
     * Learns a table. Here, in contrast to {@link #fit}, which takes all levels for public, the levels that occur may
     * depend on the data; their order among the secret ones must not depend on that of the rows.
     *
     * @param table at least one row
     * @param domains what is public, one a column
     * @throws io.verisim.model.error.VerisimException CONFIGURATION for parameters out of range; DATA with code
     *     PRIVATE_COLUMN_EMPTY where nothing of a column may be told
     */
    PrivateFit fitPrivately(TrainingTable table, List<PublicDomain> domains, FitSettings settings);
}
