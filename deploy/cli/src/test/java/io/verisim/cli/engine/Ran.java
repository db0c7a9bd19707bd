package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.cli.Verisim;
import io.verisim.model.message.MessageCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What a command line did: its exit code and what it printed. */
record Ran(int exit, String out, String err) {

    /** Runs a command line as {@code verisim} does, in this process. */
    static Ran verisim(Object... arguments) {
        return with(Verisim.commandLine(), arguments);
    }

    static Ran with(CommandLine line, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int exit = execute(line, Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }

    /** The test engine would end at once, and silently, with an error of the machine. */
    private static int execute(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (VirtualMachineError e) {
            throw new AssertionError("The command line let an error through", e);
        }
    }

    /** The one document on standard output. */
    JsonNode document() {
        assertThat(err).as("standard error beside a document").isEmpty();
        return MessageCodec.mapper().readTree(out);
    }

    /** It ended well, or the assertion says what it complained of. */
    Ran fine() {
        assertThat(exit).as(err + out).isZero();
        return this;
    }

    /** It was refused in sentences that hold these words, without a document or a stack trace. */
    Ran refused(int code, String... words) {
        assertThat(exit).as(err + out).isEqualTo(code);
        assertThat(err).contains(words).endsWith(".\n").doesNotContain("\tat ", "Exception", "null");
        assertThat(err.strip().lines()).as("lines of the message").hasSize(1);
        assertThat(out).isEmpty();
        return this;
    }
}
