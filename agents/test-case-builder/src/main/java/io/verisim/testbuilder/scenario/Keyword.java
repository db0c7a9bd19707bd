package io.verisim.testbuilder.scenario;

/** What a line of a scenario is about. */
public enum Keyword {
    /** What is so before. */
    GIVEN,
    /** What is done. */
    WHEN,
    /** What is expected. */
    THEN
}
