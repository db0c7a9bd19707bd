package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.ParameterSchema;
import io.verisim.synthesizer.model.PrivateFit;
import io.verisim.synthesizer.model.PrivateModel;
import io.verisim.synthesizer.model.TrainingTable;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Provider of {@code private_marginals}: counts of each column and of the pairs of a tree of columns, with noise that makes
 * the model (ε, δ)-differentially private; rows are drawn down the tree. In the line of R. McKenna, G. Miklau, D. Sheldon,
 * "Winning the NIST Contest: A scalable and general approach to differentially private synthetic data",
 * doi:10.29012/jpc.778.
 */
public final class PrivateMarginalsModel implements PrivateModel {

    private static final String EPSILON = "epsilon";
    private static final String DELTA = "delta";
    private static final double DEFAULT_EPSILON = 1;
    private static final double DEFAULT_DELTA = 1e-6;
    private static final double LEAST_EPSILON = 0.01;
    private static final double MOST_EPSILON = 100;
    private static final double LEAST_DELTA = 1e-15;
    private static final double MOST_DELTA = 0.5;

    private final double share;

    public PrivateMarginalsModel() {
        this(1);
    }

    /** With this share of the noise, at the price of the whole: for the test that must find it out. */
    PrivateMarginalsModel(double share) {
        this.share = share;
    }

    @Override
    public String name() {
        return "private_marginals";
    }

    @Override
    public Map<String, Object> parameterSchema() {
        return ParameterSchema.of(Map.of(
                EPSILON,
                ParameterSchema.number(
                        "Privacy loss, the less the more private", DEFAULT_EPSILON, LEAST_EPSILON, MOST_EPSILON),
                DELTA,
                ParameterSchema.number(
                        "Chance of more; far below 1 divided by the number of rows",
                        DEFAULT_DELTA,
                        LEAST_DELTA,
                        MOST_DELTA)));
    }

    @Override
    public FittedModel fit(TrainingTable table, FitSettings settings) {
        List<PublicDomain> allPublic = table.columns().stream()
                .map(column -> new PublicDomain(column.levels(), 0))
                .toList();
        return fitPrivately(table, allPublic, settings);
    }

    @Override
    public PrivateFit fitPrivately(TrainingTable table, List<PublicDomain> domains, FitSettings settings) {
        Budget budget = budget(settings.parameters());
        Accountant accountant = accountant(budget, settings.seed());
        Measured measured = new Measuring(table, domains, budget, accountant).measure();
        return FittedMarginals.of(measured, accountant.statement());
    }

    /** What is measured, before anything is made of it: all that a fit tells comes from this. */
    Measured measure(TrainingTable table, List<PublicDomain> domains, Budget budget, long seed) {
        return new Measuring(table, domains, budget, accountant(budget, seed)).measure();
    }

    private Accountant accountant(Budget budget, long seed) {
        return new Accountant(budget, share, new ExactNoise(new SecretGenerator(seed)));
    }

    private static Budget budget(ModelParameters parameters) {
        parameters.only(Set.of(EPSILON, DELTA));
        return Budget.of(
                parameters.number(EPSILON, DEFAULT_EPSILON, LEAST_EPSILON, MOST_EPSILON),
                parameters.number(DELTA, DEFAULT_DELTA, LEAST_DELTA, MOST_DELTA));
    }

    @Override
    public FittedModel read(DataInput in) throws IOException {
        return FittedMarginals.read(in);
    }
}
