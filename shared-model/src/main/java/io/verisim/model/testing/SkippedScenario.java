package io.verisim.model.testing;

import org.jspecify.annotations.Nullable;

/**
 * A scenario from which no test was made.
 *
 * @param scenarioKey the scenario
 * @param title its title
 * @param reason why, in a sentence for its author
 * @param line the line that was not understood or could not be bound; null where it is none in particular
 */
public record SkippedScenario(
        ScenarioKey scenarioKey,
        String title,
        String reason,
        @Nullable ScenarioLine line) {}
