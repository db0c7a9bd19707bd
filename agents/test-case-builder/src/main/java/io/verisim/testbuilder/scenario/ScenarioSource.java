package io.verisim.testbuilder.scenario;

import java.util.List;

/** Where scenarios are kept. */
public interface ScenarioSource {

    /**
     * Finds scenarios, in a stable order.
     *
     * @throws io.verisim.model.error.VerisimException INTEGRATION where they cannot be read, CONFIGURATION where the
     *     query makes no sense to the source
     */
    List<Scenario> find(ScenarioQuery query);
}
