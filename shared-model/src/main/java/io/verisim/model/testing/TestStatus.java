package io.verisim.model.testing;

/** How a test or a step ended. Travels in upper case. */
public enum TestStatus {
    /** All expectations held. */
    PASSED,
    /** The system under test did something else than was expected. */
    FAILED,
    /** The test itself could not be run to its end. */
    ERROR,
    /** Not run. */
    SKIPPED
}
