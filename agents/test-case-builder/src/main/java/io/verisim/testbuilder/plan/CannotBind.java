package io.verisim.testbuilder.plan;

import java.io.Serial;

/** The dataset has not what a line of a scenario needs; the message says what is missing, in a sentence. */
final class CannotBind extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CannotBind(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
