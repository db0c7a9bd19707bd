package io.verisim.cli.engine;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.ProgressBar;
import io.verisim.cli.VerisimCommand;
import io.verisim.model.table.TableSchema;
import io.verisim.processor.classify.Classification;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.generation.DeclaredGeneration;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.generation.Generation;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.generation.Models;
import io.verisim.synthesizer.generation.SecretSeed;
import io.verisim.synthesizer.generation.TreatedSchema;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.synthesizer.schema.SchemaFile;
import io.verisim.tabular.LoadedTable;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the synthetic twin of a table. */
@Command(name = "generate", description = "Makes the synthetic twin of a table, or rows from a schema alone.")
public final class GenerateCommand implements VerisimCommand {

    private static final double NANOS = 1e9;
    private static final long MOST_ROWS = 10_000_000_000L;
    private static final long MOST_THREADS = 1_024;
    private static final long MOST_CHUNK_BLOCKS = 1_000_000;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A file with the source table (csv, tsv, json, jsonl, parquet); none with --schema alone.")
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
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the model, such as epsilon=1; may be given several times.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of all randomness (default: ${DEFAULT-VALUE}; a secret one for a private model).")
    private long seed;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "Columns and constraints of the twin, as a schema file or SDV metadata; without a source, its"
                    + " distributions too.")
    private @Nullable Path schemaFile;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Only rows that meet it, such as \"Contract = 'Two year' and tenure > 24\".")
    private @Nullable String where;

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
            defaultValue = "128",
            description = "Blocks of 8,192 rows made at once (default: ${DEFAULT-VALUE}); changes no byte of the twin.")
    private int chunkBlocks;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        within("--rows", rows, MOST_ROWS);
        within("--threads", threads, MOST_THREADS);
        within("--chunk-blocks", chunkBlocks, MOST_CHUNK_BLOCKS);
        Models.named(model);
        if (source == null && schemaFile != null) {
            return fromSchema(console, schemaFile);
        }
        SchemaFile asked = schemaFile == null ? SchemaFile.of(null, List.of()) : Sources.schema(schemaFile, source);
        TwinFiles files = TwinFiles.checked(source, metadata, out, report, force);
        LoadedTable loaded = TableFiles.load(files.source(), ReadOptions.defaults());
        loaded.notes().forEach(console::say);
        SdvMetadata measured = metadata == null
                ? null
                : SdvMetadata.read(metadata, loaded.table().name());
        TableSchema schema = asked.over(schema(loaded.table()));
        long begin = System.nanoTime();
        FittedGeneration fitted = where(fit(console, loaded.table(), schema, asked.allConstraints()));
        long fit = System.nanoTime();
        new TwinWriter(files, fitted, workers(), chunkBlocks)
                .write(
                        console,
                        twin -> measured(loaded.table(), twin, fitted.outputSchema(), measured),
                        EvaluationOptions.defaults().withSeed(seed).withThreads(workers()));
        TwinSummary.tell(console, files, fitted, seed, (fit - begin) / NANOS, (System.nanoTime() - fit) / NANOS);
        return Exit.OK.code();
    }

    private FittedGeneration fit(Console console, TextTable table, TableSchema schema, List<Constraint> constraints) {
        GenerationOptions options = SecretSeed.of(options(), new SecureRandom());
        try (ProgressBar bar = console.bar("learning")) {
            return Generation.fit(
                    table,
                    schema,
                    options,
                    ConstraintSet.of(constraints),
                    (done, of, sentence) -> bar.update(done, of));
        }
    }

    private Integer fromSchema(Console console, Path file) throws IOException {
        if (rows == null || report != null || metadata != null) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "USAGE",
                    rows == null
                            ? "Without a source, the option --rows must say how many rows to make."
                            : "Without a source there is nothing to compare with: no --report, no --metadata.",
                    "See 'verisim generate --help'.");
        }
        TwinFiles files = TwinFiles.checked(file, null, out, null, force);
        long begin = System.nanoTime();
        FittedGeneration declared = where(DeclaredGeneration.of(Sources.schema(file, null), options()));
        long read = System.nanoTime();
        new TwinWriter(files, declared, workers(), chunkBlocks).writeAlone(console);
        TwinSummary.tell(console, files, declared, seed, (read - begin) / NANOS, (System.nanoTime() - read) / NANOS);
        return Exit.OK.code();
    }

    private FittedGeneration where(FittedGeneration fitted) {
        return where == null ? fitted : fitted.where(where);
    }

    private static EvaluationInput measured(
            TextTable real, TextTable twin, TableSchema schema, @Nullable SdvMetadata metadata) {
        EvaluationInput input = EvaluationInput.of(real, twin, schema);
        return metadata == null ? input : input.withMetadata(metadata);
    }

    private static void within(String option, @Nullable Number value, long most) {
        if (value != null && (value.longValue() < 1 || value.longValue() > most)) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "USAGE",
                    String.format(
                            Locale.ROOT, "The option %s takes a number from 1 to %,d, not %,d.", option, most, value),
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
                .withModel(model, ModelSettings.of(parameters))
                .withRows(rows == null ? 0 : rows)
                .withSeed(seed)
                .withThreads(workers());
    }

    private int workers() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
