package io.verisim.cli.engine;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.ProgressBar;
import io.verisim.cli.VerisimCommand;
import io.verisim.model.table.TableSchema;
import io.verisim.processor.classify.Classification;
import io.verisim.synthesizer.generation.Chunk;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.generation.Generation;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.TreatedSchema;
import io.verisim.tabular.LoadedTable;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the synthetic twin of a table. */
@Command(name = "generate", description = "Makes the synthetic twin of a table.")
public final class GenerateCommand implements VerisimCommand {

    private static final double NANOS = 1e9;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "A file with the source table (csv, tsv, json, jsonl, parquet).")
    private @Nullable Path source;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The twin, written by suffix: csv, parquet, json, jsonl.")
    private @Nullable Path out;

    @Option(names = "--rows", paramLabel = "N", description = "Rows of the twin (default: as many as the source has).")
    private @Nullable Long rows;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = GenerationOptions.DEFAULT_MODEL,
            description = "Synthesis model (default: ${DEFAULT-VALUE}).")
    private String model = GenerationOptions.DEFAULT_MODEL;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of all randomness (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--metadata",
            paramLabel = "FILE",
            description = "SDV metadata (V1): which columns the report measures, and how.")
    private @Nullable Path metadata;

    @Option(names = "--report", paramLabel = "FILE", description = "Quality report of the twin, as .html or .json.")
    private @Nullable Path report;

    @Option(names = "--no-classify", negatable = false, description = "Treat no column as sensitive.")
    private boolean noClassify;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads (default: all cores); changes no byte of the twin.")
    private @Nullable Integer threads;

    @Option(
            names = "--chunk-blocks",
            paramLabel = "N",
            defaultValue = "16",
            description = "Blocks of 8,192 rows made at once (default: ${DEFAULT-VALUE}); changes no byte of the twin.")
    private int chunkBlocks;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        check();
        Path target = Sources.fresh(out, force);
        if (report != null) {
            Sources.fresh(report, force);
        }
        LoadedTable loaded = TableFiles.load(Sources.existing(source), ReadOptions.defaults());
        loaded.notes().forEach(console::say);
        TableSchema schema = schema(loaded.table());
        long begin = System.nanoTime();
        FittedGeneration fitted = Generation.fit(loaded.table(), schema, options());
        long fit = System.nanoTime();
        Blocks blocks = new Blocks(report != null);
        write(console, fitted, target, blocks);
        long end = System.nanoTime();
        console.say(String.format(
                Locale.ROOT,
                "%s: %,d rows by %s, fitted in %.1f s, written in %.1f s",
                target,
                fitted.rows(),
                model,
                (fit - begin) / NANOS,
                (end - fit) / NANOS));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("out", target.toString());
        document.put("rows", fitted.rows());
        document.put("model", model);
        document.put("seed", seed);
        document.put("fitSeconds", (fit - begin) / NANOS);
        document.put("writeSeconds", (end - fit) / NANOS);
        if (report != null) {
            QualityReports.write(
                    report,
                    loaded.table(),
                    blocks.table(loaded.table().name()),
                    fitted.outputSchema(),
                    metadata,
                    seed,
                    workers());
            console.say("report: " + report);
            document.put("report", report.toString());
        }
        console.document(document);
        return Exit.OK.code();
    }

    private void check() {
        refuse(rows != null && rows < 1, "--rows", "a number from 1");
        refuse(threads != null && threads < 1, "--threads", "a number from 1");
        refuse(chunkBlocks < 1, "--chunk-blocks", "a number from 1");
        refuse(
                out != null && !TableFiles.isWritable(out),
                "--out",
                "a file that ends in .csv, .parquet, .json or .jsonl");
        refuse(report != null && !QualityReports.isWritable(report), "--report", "a file that ends in .html or .json");
    }

    private static void refuse(boolean wrong, String option, String wanted) {
        if (wrong) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "USAGE",
                    "The option " + option + " takes " + wanted + ".",
                    "See 'verisim generate --help'.");
        }
    }

    private TableSchema schema(TextTable table) {
        TableSchema inferred = TypeInference.infer(table);
        return noClassify
                ? inferred
                : TreatedSchema.of(inferred, Classification.standard().classify(table, inferred));
    }

    private GenerationOptions options() {
        return GenerationOptions.defaults()
                .withModel(model, Map.of())
                .withRows(rows == null ? 0 : rows)
                .withSeed(seed)
                .withThreads(workers());
    }

    private int workers() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    private void write(Console console, FittedGeneration fitted, Path target, Blocks blocks) throws IOException {
        try (TableWriter writer = TableFiles.writer(target, fitted.outputSchema(), force);
                ProgressBar bar = console.bar("generating")) {
            long[] made = {0};
            for (Chunk chunk : fitted.plan(chunkBlocks)) {
                fitted.sample(chunk, workers(), block -> {
                    writer.write(block);
                    blocks.add(block);
                    made[0] += block.rows();
                    bar.update(made[0], fitted.rows());
                });
            }
            writer.finish();
        }
    }
}
