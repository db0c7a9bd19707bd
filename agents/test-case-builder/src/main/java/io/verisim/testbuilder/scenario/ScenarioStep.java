package io.verisim.testbuilder.scenario;

import io.verisim.model.testing.ScenarioLine;

/**
 * A line of a scenario that says what is so, what is done or what is expected.
 *
 * @param keyword what it is about; the one before where the line says And
 * @param phrase the line without its keyword, number and final full stop
 * @param line the line as it was written
 */
public record ScenarioStep(Keyword keyword, String phrase, ScenarioLine line) {}
