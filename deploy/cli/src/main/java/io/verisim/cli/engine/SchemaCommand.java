package io.verisim.cli.engine;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.VerisimCommand;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.constraint.Consistency;
import io.verisim.synthesizer.schema.SchemaFile;
import io.verisim.synthesizer.schema.SchemaFiles;
import io.verisim.synthesizer.schema.SdvSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TemporaryFile;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Schema files. */
@Command(
        name = "schema",
        description = "Checks, converts and explains schema files.",
        synopsisSubcommandLabel = "COMMAND")
public final class SchemaCommand implements VerisimCommand {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with schemas: check, convert or show");
    }

    static void write(Path to, String text, boolean force) throws IOException {
        try (TemporaryFile beside = TemporaryFile.beside(to, force)) {
            Files.writeString(beside.path(), text + "\n");
            beside.moveIntoPlace();
        }
    }

    @Command(
            name = "check",
            description = "Checks a schema file, and that its constraints can all hold; with a table, for its columns.")
    int check(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "SCHEMA", description = "Schema file, or SDV metadata.") Path file,
            @Option(names = "--source", paramLabel = "FILE", description = "A table that it is for.") @Nullable
                    Path source,
            @Option(names = "--rows", paramLabel = "N", description = "Rows to be made (default: 1).") @Nullable
                    Long rows)
            throws IOException {
        Console console = common.console();
        SchemaFile schema = Sources.schema(file, source);
        List<io.verisim.model.table.ColumnSchema> columns = columns(schema, source);
        new Consistency(new Layout(columns), rows == null ? 1 : rows).check(schema.allConstraints());
        int constraints = schema.allConstraints().size();
        console.say("Good: " + columns.size() + " columns, " + constraints + " constraints that can all hold.");
        console.document(Map.of("columns", columns.size(), "constraints", constraints));
        return Exit.OK.code();
    }

    private static List<io.verisim.model.table.ColumnSchema> columns(SchemaFile schema, @Nullable Path source)
            throws IOException {
        if (source == null) {
            return schema.columns().stream().map(column -> column.alone()).toList();
        }
        TableSchema inferred = TypeInference.infer(TableFiles.read(Sources.existing(source), ReadOptions.defaults()));
        return schema.over(inferred).columns();
    }

    @Command(name = "convert", description = "Writes a schema file as SDV metadata, or SDV metadata as a schema file.")
    int convert(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "SCHEMA", description = "Schema file, or SDV metadata.") Path file,
            @Option(names = "--to", paramLabel = "FORM", required = true, description = "verisim or sdv.") String form,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "The new file.") Path out,
            @Option(names = "--force", description = "Replace the file if it exists.") boolean force)
            throws IOException {
        if (!form.equals("sdv") && !form.equals("verisim")) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "USAGE",
                    "The option --to takes verisim or sdv.",
                    "See 'verisim schema convert --help'.");
        }
        Path to = Sources.fresh(out, force);
        SchemaFile schema = Sources.schema(file, null);
        write(to, form.equals("sdv") ? SdvSchema.write(schema) : SchemaFiles.write(schema), force);
        Console console = common.console();
        console.say(to + ": " + schema.columns().size() + " columns, "
                + schema.constraints().size() + " constraints");
        console.document(Map.of("out", to.toString()));
        return Exit.OK.code();
    }

    @Command(name = "show", description = "Prints the JSON Schema (2020-12) of schema files.")
    int show(@Mixin CommonOptions common) {
        Console console = common.console();
        console.say(SchemaFiles.schemaText());
        console.document(MessageCodec.mapper().readTree(SchemaFiles.schemaText()));
        return Exit.OK.code();
    }
}
