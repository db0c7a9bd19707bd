package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.ParameterSchema;
import io.verisim.synthesizer.model.SynthesisModel;
import io.verisim.synthesizer.model.TrainingTable;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Provider of {@code latent_mixture}, the recommended model. */
public final class LatentMixtureModel implements SynthesisModel {

    private static final String CLASSES = "classes";
    private static final String ROUNDS = "rounds";
    private static final String LEAF = "leaf";
    private static final String CRITIC = "critic";

    private static final int DEFAULT_CLASSES = 8;
    private static final int DEFAULT_ROUNDS = 20;
    private static final int DEFAULT_LEAF = 50;
    private static final int MAX_ROUNDS = 1_000;
    private static final int MAX_LEAF = 100_000;
    private static final int DEFAULT_CRITIC = 500;

    /** Beyond so many rows trees alone do, and rows are wanted fast. */
    private static final int MOST_CRITICISED = 20_000;

    private static final int MAX_CRITIC = 1_000;

    /** Classes of fewer rows would be learnt by heart. */
    private static final int ROWS_A_CLASS = 100;

    /** A split counts when it is worth this many rows; more splits, and better likeness, the lower. */
    private static final double CHANCE = 6;

    @Override
    public String name() {
        return "latent_mixture";
    }

    @Override
    public Map<String, Object> parameterSchema() {
        return ParameterSchema.of(Map.of(
                CLASSES,
                ParameterSchema.integer(
                        "Hidden classes of rows, at most one for 100 rows", DEFAULT_CLASSES, 1, Coding.MAX_GROUPS),
                ROUNDS,
                ParameterSchema.integer("Rounds of expectation maximisation", DEFAULT_ROUNDS, 1, MAX_ROUNDS),
                LEAF,
                ParameterSchema.integer("Least rows of a tree's leaf", DEFAULT_LEAF, 5, MAX_LEAF),
                CRITIC,
                ParameterSchema.integer(
                        "Most trees of the critic that refuses rows which give the twin away; 0 for none, and rows "
                                + "made some times as fast; none by default beyond 20,000 rows",
                        DEFAULT_CRITIC,
                        0,
                        MAX_CRITIC)));
    }

    @Override
    public FittedModel fit(TrainingTable table, FitSettings settings) {
        ModelParameters parameters = settings.parameters().only(Set.of(CLASSES, ROUNDS, LEAF, CRITIC));
        int leaf = parameters.integer(LEAF, DEFAULT_LEAF, 5, MAX_LEAF);
        MixtureSettings chosen = new MixtureSettings(
                Math.clamp(
                        table.rows() / ROWS_A_CLASS,
                        1,
                        parameters.integer(CLASSES, DEFAULT_CLASSES, 1, Coding.MAX_GROUPS)),
                parameters.integer(ROUNDS, DEFAULT_ROUNDS, 1, MAX_ROUNDS),
                new TreeSettings(leaf, CHANCE),
                parameters.integer(CRITIC, table.rows() > MOST_CRITICISED ? 0 : DEFAULT_CRITIC, 0, MAX_CRITIC),
                settings.threads());
        return new MixtureFit(table, chosen)
                .fit(RandomStreams.of(settings.seed()).with(name()).generator());
    }

    @Override
    public FittedModel read(DataInput in) throws IOException {
        return FittedMixture.read(in);
    }
}
