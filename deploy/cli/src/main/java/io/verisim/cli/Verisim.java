package io.verisim.cli;

import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.ParseResult;

/** The {@code verisim} command. */
@Command(
        name = "verisim",
        description = "Synthetic twins of production data, loaded into test systems and proven by executable tests.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {HelpCommand.class},
        footer = {
            "",
            "Exit codes: 0 ok, 1 unexpected, 2 usage, 3 ended but not as wanted, 10 configuration, 11 data,",
            "12 integration, 13 resource, 14 transient exhausted, 20 already running, 21 port taken,",
            "22 home unwritable, 23 no JDK of version 21 or newer."
        })
public final class Verisim {

    private static final Pattern NO_NUMBER = Pattern.compile("is not an? (int|long)$");

    private Verisim() {}

    public static void main(String[] args) {
        Logging.silent();
        System.exit(commandLine().execute(args));
    }

    /** The command line with all its commands; tests run it in process. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Verisim());
        ServiceLoader.load(VerisimCommand.class).forEach(command -> line.addSubcommand(command));
        line.setOut(CommonOptions.utf8(System.out));
        line.setErr(CommonOptions.utf8(System.err));
        line.setExecutionStrategy(Verisim::run);
        line.setExecutionExceptionHandler(Verisim::handle);
        line.setParameterExceptionHandler(Verisim::usage);
        line.setExitCodeExceptionMapper(
                (IExitCodeExceptionMapper) thrown -> Problems.of(thrown).exitCode());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** Runs a command so that an error of the machine, such as no memory, is told like any other. */
    private static int run(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (VirtualMachineError e) {
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            throw new CommandLine.ExecutionException(last.commandSpec().commandLine(), "The machine gave up", e);
        }
    }

    private static int handle(Exception thrown, CommandLine line, @Nullable ParseResult parsed) {
        CommonOptions options = options(line);
        Problem problem = Problems.of(thrown);
        console(line, options).problem(problem);
        if (options != null && options.debug) {
            thrown.printStackTrace(line.getErr());
        }
        return problem.exitCode();
    }

    private static int usage(CommandLine.ParameterException thrown, String[] args) {
        CommandLine line = thrown.getCommandLine();
        boolean json = java.util.Arrays.asList(args).contains("--json");
        Problem problem = new Problem(
                "USAGE",
                sentence(String.valueOf(thrown.getMessage())),
                line.getParent() == null
                        ? "See 'verisim help'."
                        : "See '" + line.getCommandSpec().qualifiedName() + " --help'.",
                java.util.Map.of(),
                Exit.USAGE.code());
        new Console(line.getOut(), line.getErr(), json, false).problem(problem);
        return problem.exitCode();
    }

    private static String sentence(String text) {
        String plain = NO_NUMBER.matcher(text).replaceFirst("is no whole number, or too large a one");
        return plain.endsWith(".") ? plain : plain + ".";
    }

    private static Console console(CommandLine line, @Nullable CommonOptions options) {
        return options == null ? new Console(line.getOut(), line.getErr(), false, false) : options.console();
    }

    private static @Nullable CommonOptions options(CommandLine line) {
        return line.getMixins().get("common") instanceof CommonOptions options ? options : null;
    }
}
