package io.verisim.cli.engine;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.ProgressBar;
import io.verisim.cli.VerisimCommand;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.processor.classify.Classification;
import io.verisim.tabular.ColumnNames;
import io.verisim.tabular.LoadedTable;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says which columns of a table are sensitive, and why. */
@Command(name = "classify", description = "Says which columns of a table are sensitive, how sure that is, and why.")
public final class ClassifyCommand implements VerisimCommand {

    private static final String ROW = "%-2s %-28s %-14s %5s  %s";

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "PATH",
            description = "A file with a table (csv, tsv, json, jsonl, parquet), or a folder of such files.")
    private @Nullable Path path;

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        List<TableSensitivity> tables = new ArrayList<>();
        for (Path file : files(Sources.required(path))) {
            LoadedTable loaded = TableFiles.load(file, ReadOptions.defaults());
            loaded.notes().forEach(console::say);
            try (ProgressBar bar = console.bar("classifying " + file.getFileName())) {
                tables.add(Classification.standard()
                        .classify(loaded.table(), TypeInference.infer(loaded.table()), Map.of(), bar::update));
            }
        }
        tables.forEach(table -> show(console, table));
        console.document(new SensitivityReport(tables));
        return Exit.OK.code();
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.notExists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> tables = entries.filter(Files::isRegularFile)
                    .filter(TableFiles::isReadable)
                    .sorted()
                    .toList();
            if (tables.isEmpty()) {
                throw new CommandFailure(
                        Exit.USAGE,
                        "FOLDER_WITHOUT_TABLE",
                        "The folder '" + path + "' holds no table.",
                        "Name a file, or a folder with files that end in .csv, .tsv, .json, .jsonl or .parquet.");
            }
            return tables;
        }
    }

    private static void show(Console console, TableSensitivity table) {
        console.say("");
        console.say(table.table() + ": " + table.sensitiveColumns() + " of "
                + table.columns().size() + " columns are sensitive (" + String.format(Locale.ROOT, "%,d", table.rows())
                + " rows)");
        console.say(ROW.formatted("", "column", "taken for", "conf.", "why"));
        for (ColumnSensitivity column : table.columns()) {
            console.say(ROW.formatted(
                    column.sensitive() ? "!" : "",
                    ColumnNames.shown(column.name()),
                    column.sensitivityType(),
                    String.format(Locale.ROOT, "%.2f", column.confidence()),
                    column.reasoning()));
        }
    }
}
