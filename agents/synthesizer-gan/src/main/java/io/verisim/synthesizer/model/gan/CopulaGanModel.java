package io.verisim.synthesizer.model.gan;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.SynthesisModel;
import io.verisim.synthesizer.model.TrainingTable;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/**
 * Provider of {@code copula_gan}: {@code ctgan} of numbers that were made normal scores by their ranks, as SDV's model of
 * that name has it (N. Patki, R. Wedge, K. Veeramachaneni, "The Synthetic Data Vault", doi:10.1109/DSAA.2016.49).
 */
public final class CopulaGanModel implements SynthesisModel {

    @Override
    public String name() {
        return "copula_gan";
    }

    @Override
    public Map<String, Object> parameterSchema() {
        return GanSettings.schema();
    }

    @Override
    public FittedModel fit(TrainingTable table, FitSettings settings) {
        GanSettings chosen = GanSettings.of(settings.parameters());
        return new GanFit(
                        table,
                        chosen,
                        settings,
                        RandomStreams.of(settings.seed()).with(name()),
                        true)
                .fit();
    }

    @Override
    public FittedModel read(DataInput in) throws IOException {
        return FittedGan.read(in);
    }
}
