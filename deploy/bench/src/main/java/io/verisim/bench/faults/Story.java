package io.verisim.bench.faults;

/** What becomes of a workflow where nothing is lost. */
enum Story {
    /** Profile, synthesize, load. */
    LOAD("COMPLETED"),
    /** The same, paused by its user and resumed. */
    PAUSE("COMPLETED"),
    /** The same, with a question that its user answers. */
    QUESTION("COMPLETED"),
    /** All six stages with two small tests, one of which fails. */
    TESTS("COMPLETED"),
    /** All six stages with the telecom table and its scenarios. */
    REAL("COMPLETED"),
    /** Aborted by its user in flight. */
    ABORT("ABORTED"),
    /** With a model that nobody has. */
    MISTAKE("FAILED");

    private final String end;

    Story(String end) {
        this.end = end;
    }

    /** The state in which it ends. */
    String end() {
        return end;
    }

    boolean hasTests() {
        return this == TESTS || this == REAL;
    }

    /** The story that yields the same data: pausing, aborting and testing change nothing in them. */
    Story shape() {
        return this == PAUSE || this == ABORT || this == TESTS ? LOAD : this;
    }
}
