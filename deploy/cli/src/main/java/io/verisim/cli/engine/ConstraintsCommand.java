package io.verisim.cli.engine;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.VerisimCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Constraints on the records of a table. */
@Command(
        name = "constraints",
        description = "Finds the constraints that a table seems to keep.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {InferCommand.class})
public final class ConstraintsCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with constraints: infer");
    }
}
