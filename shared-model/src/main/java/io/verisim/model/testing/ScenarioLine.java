package io.verisim.model.testing;

/**
 * A line of a scenario, from which steps come.
 *
 * @param number position in the scenario's text, from 1
 * @param text the line as the author wrote it
 */
public record ScenarioLine(int number, String text) {

    public ScenarioLine {
        if (number < 1) {
            throw new IllegalArgumentException("Lines are counted from 1, not from " + number);
        }
    }
}
