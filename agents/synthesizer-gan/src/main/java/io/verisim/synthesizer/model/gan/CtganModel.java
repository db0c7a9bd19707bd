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
 * Provider of {@code ctgan}: L. Xu, M. Skoularidou, A. Cuesta-Infante, K. Veeramachaneni, "Modeling Tabular data using
 * Conditional GAN", NeurIPS 2019, arXiv:1907.00503. Beyond it: the generator's weights are averaged over rounds, the
 * best round by held-out rows is kept, and frequencies of single columns are calibrated at the end.
 */
public final class CtganModel implements SynthesisModel {

    @Override
    public String name() {
        return "ctgan";
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
                        false)
                .fit();
    }

    @Override
    public FittedModel read(DataInput in) throws IOException {
        return FittedGan.read(in);
    }
}
