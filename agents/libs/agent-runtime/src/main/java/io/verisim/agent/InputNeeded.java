package io.verisim.agent;

import io.verisim.model.message.RequestInput;
import java.io.Serial;
import java.util.List;

/**
 * A task cannot go on without a person. The attempt ends here and holds nothing; once every question has its answer, the
 * task comes again, with parameter {@code answers}: an object from question to choice.
 */
public final class InputNeeded extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<RequestInput> questions;

    /** @param questions at least one; texts that differ, since answers come back under them */
    public InputNeeded(List<RequestInput> questions) {
        super("Asks " + questions.size() + " questions");
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("Nothing is asked");
        }
        this.questions = List.copyOf(questions);
    }

    public List<RequestInput> questions() {
        return questions;
    }
}
