package io.verisim.testbuilder.scenario;

import io.verisim.model.testing.ScenarioLine;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A scenario that cannot become a test, with the reason for its author. Other scenarios go on. */
public final class LineNotUnderstood extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable ScenarioLine line;

    public LineNotUnderstood(String reason, @Nullable ScenarioLine line) {
        super(reason);
        this.line = line;
    }

    /** Why, in a sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    public @Nullable ScenarioLine line() {
        return line;
    }
}
