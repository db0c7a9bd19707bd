package io.verisim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that every command has. */
public final class CommonOptions {

    @Option(names = "--json", description = "Print one JSON document, and errors as problem documents.")
    boolean json;

    @Option(names = "--debug", description = "Print the stack trace of an error, and log to standard error.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The console of the command, on the streams of the command line. */
    public Console console() {
        CommandLine line = spec.commandLine();
        return new Console(line.getOut(), line.getErr(), json, System.console() != null);
    }

    static PrintWriter utf8(java.io.OutputStream stream) {
        return new PrintWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
