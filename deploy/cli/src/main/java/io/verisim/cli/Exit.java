package io.verisim.cli;

import io.verisim.model.error.ErrorCategory;

/** Exit codes; part of the contract with scripts. */
public enum Exit {
    OK(0),
    UNEXPECTED(1),
    USAGE(2),
    /** It ended, but not as wanted: the workflow failed, tests failed, a gate stopped it, no record is admissible. */
    NOT_AS_WANTED(3),
    CONFIGURATION(10),
    DATA(11),
    INTEGRATION(12),
    RESOURCE(13),
    TRANSIENT_EXHAUSTED(14),
    ALREADY_RUNNING(20),
    PORT_TAKEN(21),
    HOME_UNWRITABLE(22);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static Exit of(ErrorCategory category) {
        return switch (category) {
            case CONFIGURATION -> CONFIGURATION;
            case DATA -> DATA;
            case INTEGRATION -> INTEGRATION;
            case RESOURCE -> RESOURCE;
            case TRANSIENT -> TRANSIENT_EXHAUSTED;
        };
    }
}
