package io.verisim.testbuilder.scenario;

import io.verisim.model.testing.ScenarioKey;

/**
 * A scenario as it was found.
 *
 * @param key names it where it is kept
 * @param title its title
 * @param text what it says, as plain text
 */
public record Scenario(ScenarioKey key, String title, String text) {

    private static final int MAX_TEXT = 100_000;

    public Scenario {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("Scenario " + key + " is longer than " + MAX_TEXT + " characters");
        }
    }
}
