package io.verisim.cli.audit;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.VerisimCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The audit log of the running instance. */
@Command(
        name = "audit",
        description = "Verifies, lists and exports the audit log of the running instance.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {VerifyCommand.class, ListCommand.class, ExportCommand.class})
public final class AuditCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the audit log: verify, list or export");
    }
}
