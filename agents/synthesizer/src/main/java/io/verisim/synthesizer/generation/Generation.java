package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.TableSchema;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.generation.ColumnMaker.Written;
import io.verisim.synthesizer.identity.TextLearner;
import io.verisim.synthesizer.leakage.RecordGuard;
import io.verisim.synthesizer.leakage.TextGuard;
import io.verisim.synthesizer.model.FitProgress;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.PrivateModel;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import io.verisim.tabular.TextTable;
import io.verisim.text.NameBook;
import io.verisim.text.OfflineTextSource;
import java.util.Map;

/** Learns a table so that its synthetic twin can be made. */
public final class Generation {

    private Generation() {}

    /**
     * Fits a table.
     *
     * @param source at least one row
     * @param schema its columns with their treatment, see {@link TreatedSchema}
     * @throws VerisimException CONFIGURATION for an unknown model or parameter; DATA where there is no row, no column is
     *     left, or a key's pattern is exhausted
     */
    public static FittedGeneration fit(TextTable source, TableSchema schema, GenerationOptions options) {
        return fit(source, schema, options, ConstraintSet.NONE, FitProgress.NONE);
    }

    /**
     * Fits a table whose twin is to meet constraints, telling how far it is where the model takes long.
     *
     * @throws VerisimException as above; CONFIGURATION where constraints make no sense for the columns, contradict each
     *     other, which names the smallest set of them that does, or are asked of a private model; DATA where no row of the
     *     source meets them
     */
    public static FittedGeneration fit(
            TextTable source,
            TableSchema schema,
            GenerationOptions options,
            ConstraintSet constraints,
            FitProgress progress) {
        if (Models.named(options.model()) instanceof PrivateModel model) {
            return PrivateGeneration.fit(model, source, schema, options, constraints);
        }
        refuseEmpty(source);
        GenerationOptions used = options.withRows(options.rows() == 0 ? source.rows() : options.rows());
        RandomStreams streams = RandomStreams.of(used.seed()).with(source.name());
        Demands demands = new Demands(constraints, schema, used.rows());
        TableSchema decided = demands.decided(source);
        demands.refuseMade(decided);
        DemandedColumns columns = new DemandedColumns(constraints, demands);
        SourceNames names = new SourceNames(source, decided);
        MakerBuilder builder =
                new MakerBuilder(names, used.rows(), streams).with(demands.required(), demands.patterns());
        columns.addTo(builder, source, decided);
        if (builder.makers().isEmpty()) {
            throw noColumn(source.name());
        }
        TrainingTable table = new TrainingTable(source.rows(), builder.modelColumns());
        TrainingTable teaching = columns.teaching(table, builder.makers());
        FittedModel fitted = model(teaching, used, streams, progress);
        Recipe recipe = recipe(source.name(), table, fitted, used, streams, names, builder)
                .withDemands(constraints, columns.spans(teaching, builder.makers(), used.rows()));
        return new FittedGeneration(recipe, new OfflineTextSource());
    }

    static VerisimException noColumn(String table) {
        return VerisimException.data(
                "NO_COLUMN",
                "Every column of table '" + table + "' is dropped.",
                "Give at least one column another strategy than 'drop'.",
                Map.of("table", table));
    }

    private static void refuseEmpty(TextTable source) {
        if (source.rows() == 0) {
            throw VerisimException.data(
                    "NO_ROW",
                    "Table '" + source.name() + "' has no row to learn from.",
                    "Give a table with at least two different rows.",
                    Map.of("table", source.name()));
        }
    }

    private static FittedModel model(
            TrainingTable teaching, GenerationOptions options, RandomStreams streams, FitProgress progress) {
        FitSettings settings = new FitSettings(
                new ModelParameters(options.model(), options.parameters()),
                streams.with("fit").key(),
                options.threads(),
                progress);
        return Models.named(options.model()).fit(teaching, settings);
    }

    private static Recipe recipe(
            String name,
            TrainingTable table,
            FittedModel fitted,
            GenerationOptions options,
            RandomStreams streams,
            SourceNames names,
            MakerBuilder builder) {
        long salt = streams.with("salt").key();
        TextGuard texts = names.guard(Vocabulary.of(name, builder.makers()), salt);
        Recipe draft = new Recipe(
                name,
                options.withThreads(1),
                fitted,
                table.numeric(),
                builder.makers().stream().map(maker -> admissible(maker, texts)).toList(),
                RecordGuard.of(new long[0], salt),
                texts,
                NameBook.closestTo(names.sample()).locale(),
                ConstraintSet.NONE,
                Map.of());
        return draft.withRecords(RecordGuard.of(records(draft, table, salt), salt));
    }

    /** A column of text without the sentences that hold something from the source. */
    private static ColumnMaker admissible(ColumnMaker maker, TextGuard texts) {
        return maker instanceof Written written
                ? written.withPhrases(phrase -> !texts.forbids(TextLearner.withoutPlaces(phrase)))
                : maker;
    }

    /** A hash of each production record, as it would be written. */
    private static long[] records(Recipe recipe, TrainingTable table, long salt) {
        RecordPrints prints = new RecordPrints(recipe.compared(), salt);
        if (prints.columns().isEmpty()) {
            return new long[0];
        }
        SampleBlock data = table.toBlock();
        return prints.of(data, new WrittenNumbers(prints.columns(), data));
    }
}
