package io.verisim.synthesizer.model.copula;

import io.verisim.numerics.Cholesky;
import io.verisim.numerics.NearestCorrelation;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.SynthesisModel;
import io.verisim.synthesizer.model.TrainingTable;
import io.verisim.synthesizer.quality.data.Workers;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Provider of {@code gaussian_copula}. Each value becomes its normal score Φ⁻¹(u), u being the middle of the part of the
 * unit interval that its level or bin takes by frequency; the correlations of the scores, freed of what the cutting into
 * parts took from them and repaired to the nearest positive definite matrix, are the dependence (R. B. Nelsen, "An
 * Introduction to Copulas", doi:10.1007/0-387-28678-0). Levels lie in the order that lets the other columns tell most
 * of them.
 */
public final class GaussianCopulaModel implements SynthesisModel {

    /** How often levels are laid in order; the order of one column depends on that of the others. */
    private static final int ROUNDS = 2;

    @Override
    public String name() {
        return "gaussian_copula";
    }

    @Override
    public Map<String, Object> parameterSchema() {
        return Map.of("type", "object", "additionalProperties", false, "properties", Map.of());
    }

    @Override
    public FittedModel fit(TrainingTable table, FitSettings settings) {
        settings.parameters().only(Set.of());
        int threads = settings.threads();
        List<Parts> parts = Workers.map(
                threads, table.columns().size(), j -> Parts.of(table.columns().get(j)));
        List<Marginal> marginals = parts.stream().map(Parts::byFrequency).toList();
        Scores scores = Scores.of(table, parts, marginals, threads);
        for (int round = 0; round < ROUNDS; round++) {
            marginals = LevelOrder.of(table, parts, marginals, scores, threads);
            scores = scores.reordered(parts, marginals);
        }
        double[][] correlations = undone(marginals, scores.correlations());
        double[][] factor = marginals.isEmpty()
                ? correlations
                : Cholesky.factor(NearestCorrelation.of(correlations)).orElseThrow();
        return new FittedCopula(marginals, factor);
    }

    private static double[][] undone(List<Marginal> marginals, double[][] correlations) {
        List<double[]> coefficients =
                marginals.stream().map(Attenuation::coefficients).toList();
        double[][] undone = new double[correlations.length][correlations.length];
        for (int i = 0; i < undone.length; i++) {
            undone[i][i] = 1;
            for (int j = 0; j < i; j++) {
                undone[i][j] = Attenuation.undone(coefficients.get(i), coefficients.get(j), correlations[i][j]);
                undone[j][i] = undone[i][j];
            }
        }
        return undone;
    }

    @Override
    public FittedModel read(DataInput in) throws IOException {
        return FittedCopula.read(in);
    }
}
