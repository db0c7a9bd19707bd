package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.generation.ColumnMaker.Presence;
import io.verisim.synthesizer.identity.PersonField;
import io.verisim.synthesizer.identity.PersonFormat;
import io.verisim.synthesizer.identity.TextLearner;
import io.verisim.synthesizer.leakage.RecordGuard;
import io.verisim.synthesizer.leakage.TextGuard;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.PrivateFit;
import io.verisim.synthesizer.model.PrivateModel;
import io.verisim.synthesizer.model.TrainingTable;
import io.verisim.synthesizer.pattern.KeyMaker;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.text.NameBook;
import io.verisim.text.OfflineTextSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns a table with a private model. Nothing in the recipe but the model is taken from the data: keys are numbered from
 * 1, people and texts are in the usual styles, patterns those of their type, and no hash of a production value is kept, for
 * to refuse what equals one would tell of it. The seed of the noise is not in the recipe; rows are drawn by one that is
 * derived from it and does not lead back.
 */
final class PrivateGeneration {

    private final TextTable source;
    private final GenerationOptions options;
    private final RandomStreams streams;
    private final List<ColumnSchema> columns = new ArrayList<>();
    private final List<PrivateSource> modelled = new ArrayList<>();

    private PrivateGeneration(TextTable source, TableSchema schema, GenerationOptions options) {
        this.source = source;
        this.options = options.withSeed(
                RandomStreams.of(options.seed()).with("private rows").key());
        streams = RandomStreams.of(this.options.seed()).with(source.name());
        for (ColumnSchema asked : schema.columns()) {
            Strategy strategy = PrivateTreatment.of(asked);
            if (strategy != Strategy.DROP) {
                columns.add(asked.withTreatment(strategy, asked.sensitivityType(), asked.sensitive()));
            }
        }
    }

    /** @param constraints none; a condition on the rows that are made may follow the fit */
    static FittedGeneration fit(
            PrivateModel model,
            TextTable source,
            TableSchema schema,
            GenerationOptions options,
            ConstraintSet constraints) {
        if (!constraints.constraints().isEmpty()) {
            throw refused(options.model(), constraints.constraints());
        }
        return new PrivateGeneration(source, schema, options).fit(model, options.seed());
    }

    /** What constraints change in what is learned, they would tell of the source without any noise. */
    private static VerisimException refused(String model, List<Constraint> constraints) {
        String first = constraints.getFirst().describe();
        return VerisimException.configuration(
                "CONSTRAINT_UNSUPPORTED",
                "The private model '" + model + "' learns under no constraints, and there is " + first
                        + (constraints.size() == 1 ? "." : ", among " + constraints.size() + "."),
                "Ask for what rows must meet as a condition (where), leave the constraints out, or use another model.");
    }

    private FittedGeneration fit(PrivateModel model, long secret) {
        if (columns.isEmpty()) {
            throw Generation.noColumn(source.name());
        }
        for (ColumnSchema column : columns) {
            TextColumn values = source.column(column.name()).orElseThrow();
            switch (column.strategy()) {
                case MODEL -> modelled.add(PrivateSource.of(values, column));
                case KEY -> {}
                default -> modelled.add(PrivateSource.presence(values));
            }
        }
        TrainingTable table = new TrainingTable(
                source.rows(), modelled.stream().map(PrivateSource::column).toList());
        FitSettings settings = new FitSettings(
                new ModelParameters(options.model(), options.parameters()),
                RandomStreams.of(secret).with(source.name()).with("private fit").key(),
                options.threads());
        PrivateFit fitted = model.fitPrivately(
                table, modelled.stream().map(PrivateSource::domain).toList(), settings);
        GenerationOptions used = options.withRows(options.rows() == 0 ? fitted.rows() : options.rows())
                .withThreads(1);
        long salt = streams.with("salt").key();
        Recipe recipe = new Recipe(
                source.name(),
                used,
                fitted,
                table.numeric(),
                makers(fitted, used.rows()),
                RecordGuard.of(new long[0], salt),
                new TextGuard.Builder().build(Set.of(), salt),
                NameBook.closestTo(List.of()).locale(),
                ConstraintSet.NONE,
                Map.of());
        return new FittedGeneration(recipe, new OfflineTextSource());
    }

    private List<ColumnMaker> makers(PrivateFit fitted, long rows) {
        List<ColumnMaker> makers = new ArrayList<>();
        int next = 0;
        for (ColumnSchema column : columns) {
            if (column.strategy() == Strategy.KEY) {
                makers.add(new ColumnMaker.Keyed(column, Presence.ALWAYS, new KeyMaker.Counting(1)));
                continue;
            }
            int model = next++;
            makers.add(
                    column.strategy() == Strategy.MODEL
                            ? modelled.get(model).maker(column, model, fitted.released(model))
                            : made(column, new Presence(model), rows));
        }
        return makers;
    }

    private ColumnMaker made(ColumnSchema column, Presence presence, long rows) {
        TextColumn nothing = TextColumn.of(column.name(), List.of());
        ValueGuard guard = ValueGuard.ofRare(nothing, column.sensitivityType(), 0);
        return switch (column.strategy()) {
            case PERSON -> new ColumnMaker.Personal(column, presence, format(column, nothing), guard);
            case PATTERN ->
                new ColumnMaker.Patterned(
                        column,
                        presence,
                        PublicShapes.of(
                                column, streams.with("key").with(column.name()).key(), rows),
                        guard,
                        null);
            case TEXT -> new ColumnMaker.Written(column, presence, TextLearner.learn(nothing, row -> List.of()), guard);
            case MASK -> new ColumnMaker.Constant(MakerBuilder.asText(column), presence, MakerBuilder.MASK);
            default -> throw new IllegalStateException("Made elsewhere: " + column);
        };
    }

    /** A column of names that does not say of which part of a name is taken for one of full names. */
    private static PersonFormat format(ColumnSchema column, TextColumn nothing) {
        TextColumn usual = column.sensitivityType() == SensitivityType.NAME
                ? TextColumn.of(column.name(), List.of("Ann Example"))
                : nothing;
        return PersonFormat.of(PersonField.of(column.sensitivityType(), usual), nothing);
    }
}
