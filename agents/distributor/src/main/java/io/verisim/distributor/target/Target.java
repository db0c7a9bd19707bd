package io.verisim.distributor.target;

import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.util.Map;

/**
 * A kind of system that synthetic data is loaded into. One folder each; found by {@link java.util.ServiceLoader}, so an
 * implementation has a public constructor without parameters and keeps no state between loads.
 */
public interface Target {

    /** Short name in lower case, as a workflow configuration spells it: {@code postgres}. */
    String type();

    /** JSON Schema (2020-12) properties of its own settings by name; {@code name} and {@code type} are everybody's. */
    Map<String, Object> settingsSchema();

    /**
     * Loads the dataset, all or nothing, and at most once for a task: where an earlier attempt of the same task has
     * finished, it loads nothing and says so.
     *
     * @param progress told now and then how many rows are done; may throw to stop the load, which is then undone
     * @throws VerisimException CONFIGURATION, DATA, INTEGRATION, RESOURCE or TRANSIENT, where the trouble is understood
     * @throws IOException where local files or the object store fail
     */
    LoadOutcome load(LoadRequest request, LoadProgress progress) throws IOException;
}
