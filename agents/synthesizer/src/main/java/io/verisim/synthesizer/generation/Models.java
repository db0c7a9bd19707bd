package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.model.SynthesisModel;
import java.util.List;
import java.util.ServiceLoader;

/** The synthesis models there are. */
public final class Models {

    private Models() {}

    /** Every model, by name. */
    public static List<SynthesisModel> all() {
        return ServiceLoader.load(SynthesisModel.class, SynthesisModel.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(java.util.Comparator.comparing(SynthesisModel::name))
                .toList();
    }

    /**
     * The model of a name.
     *
     * @throws VerisimException CONFIGURATION where there is none
     */
    public static SynthesisModel named(String name) {
        List<SynthesisModel> all = all();
        return all.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> VerisimException.configuration(
                        "UNKNOWN_MODEL",
                        "There is no synthesis model '" + name + "'.",
                        "Use one of "
                                + String.join(
                                        ", ",
                                        all.stream().map(SynthesisModel::name).toList())
                                + "."));
    }
}
