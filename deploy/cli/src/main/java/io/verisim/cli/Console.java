package io.verisim.cli;

import io.verisim.model.message.MessageCodec;
import java.io.PrintWriter;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command prints. With {@code --json} only the document goes to standard output; without, sentences for people.
 * Progress goes to standard error, as a bar that is redrawn on a terminal and as plain lines elsewhere.
 */
public final class Console {

    private static final JsonMapper JSON = MessageCodec.mapper()
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean terminal;

    public Console(PrintWriter out, PrintWriter err, boolean json, boolean terminal) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.terminal = terminal && !json;
    }

    public boolean json() {
        return json;
    }

    /** A line for people; nothing with {@code --json}. */
    public void say(String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }

    /** The result of the command: the document with {@code --json}, nothing without. */
    public void document(Object document) {
        if (json) {
            out.println(JSON.writeValueAsString(document));
            out.flush();
        }
    }

    /** What is wrong: the problem document on standard output, or sentences on standard error. */
    void problem(Problem problem) {
        if (json) {
            document(problem.document());
        } else {
            err.println(problem.sentences());
            err.flush();
        }
    }

    /** A bar for one piece of work. */
    public ProgressBar bar(String what) {
        return new ProgressBar(what, json ? null : err, terminal);
    }
}
