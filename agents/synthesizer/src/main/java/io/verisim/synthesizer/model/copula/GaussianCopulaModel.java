package io.verisim.synthesizer.model.copula;

import io.verisim.numerics.Cholesky;
import io.verisim.numerics.Correlation;
import io.verisim.numerics.NearestCorrelation;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SynthesisModel;
import io.verisim.synthesizer.model.TrainingTable;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Provider of {@code gaussian_copula}. Each value becomes its normal score Φ⁻¹(u), u being the middle of the part of the
 * unit interval that its level or bin takes by frequency; the correlations of the scores, repaired to the nearest
 * positive definite matrix, are the dependence (R. B. Nelsen, "An Introduction to Copulas",
 * doi:10.1007/0-387-28678-0).
 */
public final class GaussianCopulaModel implements SynthesisModel {

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
        List<Marginal> marginals = table.columns().stream().map(Marginal::of).toList();
        int columns = marginals.size();
        double[][] scores = new double[columns][];
        for (int j = 0; j < columns; j++) {
            ModelColumn column = table.columns().get(j);
            scores[j] = marginals.get(j).scores(column);
        }
        double[][] correlation = new double[columns][columns];
        for (int i = 0; i < columns; i++) {
            correlation[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double r = Correlation.pearson(scores[i], scores[j]);
                correlation[i][j] = Double.isFinite(r) ? r : 0;
                correlation[j][i] = correlation[i][j];
            }
        }
        double[][] factor = columns == 0
                ? correlation
                : Cholesky.factor(NearestCorrelation.of(correlation)).orElseThrow();
        return new FittedCopula(marginals, factor);
    }

    @Override
    public FittedModel read(DataInput in) throws IOException {
        return FittedCopula.read(in);
    }
}
