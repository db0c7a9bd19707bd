package io.verisim.synthesizer.model;

import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/**
 * A synthesis model; the port. Each lives in a package of its own, of which outsiders name nothing; it is named in {@code
 * META-INF/services}.
 */
public interface SynthesisModel {

    /** Name as users write it, such as {@code latent_mixture}. */
    String name();

    /** JSON Schema (2020-12) of its parameters, with defaults. */
    Map<String, Object> parameterSchema();

    /**
     * Learns a table.
     *
     * @param table at least one row
     * @throws io.verisim.model.error.VerisimException CONFIGURATION for parameters out of range
     */
    FittedModel fit(TrainingTable table, FitSettings settings);

    /** Reads what {@link FittedModel#write} of a model of this provider wrote. */
    FittedModel read(DataInput in) throws IOException;
}
