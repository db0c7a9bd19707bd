package io.verisim.cli;

import java.io.Serial;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command cannot go on; says so in a sentence, with the remedy and the exit code. */
public final class CommandFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final String code;
    private final String remedy;

    public CommandFailure(Exit exit, String code, String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.exit = exit;
        this.code = code;
        this.remedy = remedy;
    }

    public CommandFailure(Exit exit, String code, String message, String remedy) {
        this(exit, code, message, remedy, null);
    }

    public Exit exit() {
        return exit;
    }

    /** The problem document of this failure (RFC 9457). */
    Problem problem() {
        return new Problem(code, String.valueOf(getMessage()), remedy, Map.of(), exit.code());
    }
}
