package io.verisim.orchestrator.workflow.domain;

import java.io.Serial;
import java.util.UUID;

/** Nobody asked this question, or it is answered already. */
public final class NoSuchQuestion extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoSuchQuestion(UUID question) {
        super("Question " + question + " is not open");
    }
}
