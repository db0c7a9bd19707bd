package io.verisim.synthesizer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.synthesizer.generation.Chunk;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.generation.Generation;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.quality.data.Tables;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import io.verisim.testkit.SharedFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaks of real tables are stopped, with a holdout and without; honest twins of the same tables pass. */
class PrivacyGateTest {

    private static final PrivacyOptions OPTIONS = new PrivacyOptions(7, 2, List.of(), PrivacyLimits.defaults());

    @ParameterizedTest
    @CsvSource({"adult_census, 5000", "telco_customer_churn, 3000", "credit_data_es, 2000"})
    void leaksAreStoppedAndOtherRealRowsPass(String name, int size) throws Exception {
        TextTable all = read(name);
        RandomGenerator random = new Random(11);
        int[] order = Handmade.order(all.rows(), random);
        TextTable training = part(all, order, 0, size);
        TextTable others = part(all, order, size, Math.min(2 * size, all.rows() - size / 5));
        TextTable holdout = part(all, order, all.rows() - size / 5, all.rows());
        Map<String, TextTable> leaks = Map.of(
                "bootstrap", Handmade.bootstrap(training, random),
                "every tenth value swapped", Handmade.swapped(training, 0.1, random),
                "every number within a tenth", Handmade.shaken(training, 0.1, random));

        leaks.forEach((what, leak) -> {
            stops(name + ", " + what, PrivacyMeasures.measure(Handmade.aligned(training, leak), OPTIONS));
            stops(name + ", " + what, PrivacyMeasures.measure(Handmade.aligned(training, leak, holdout), OPTIONS));
        });
        passes(name, PrivacyMeasures.measure(Handmade.aligned(training, others), OPTIONS));
        passes(name, PrivacyMeasures.measure(Handmade.aligned(training, others, holdout), OPTIONS));
    }

    @ParameterizedTest
    @CsvSource({
        "adult_census, 5000, latent_mixture",
        "telco_customer_churn, 3000, latent_mixture",
        "telco_customer_churn, 3000, gaussian_copula",
        "credit_data_es, 2000, latent_mixture"
    })
    void honestTwinsPass(String name, int size, String model) throws Exception {
        TextTable all = read(name);
        int[] order = Handmade.order(all.rows(), new Random(11));
        TextTable training = part(all, order, 0, size);
        TextTable holdout = part(all, order, size, size + size / 3);
        FittedGeneration fitted = Generation.fit(
                training,
                TypeInference.infer(training),
                GenerationOptions.defaults().withModel(model, Map.of()).withSeed(3));
        List<TextTable> blocks = new ArrayList<>();
        for (Chunk chunk : fitted.plan(1)) {
            fitted.sample(chunk, 1, blocks::add);
        }
        TextTable twin = Tables.concat(training.name(), blocks);

        passes(name, PrivacyMeasures.measure(Handmade.aligned(training, twin), OPTIONS));
        passes(name, PrivacyMeasures.measure(Handmade.aligned(training, twin, holdout), OPTIONS));
    }

    private static TextTable read(String name) throws Exception {
        return TableFiles.read(SharedFiles.require("data/single/" + name + ".csv"), ReadOptions.metrics());
    }

    private static TextTable part(TextTable table, int[] order, int from, int to) {
        return Handmade.rows(table, Arrays.copyOfRange(order, from, to));
    }

    private static void stops(String what, PrivacyReport report) {
        assertThat(report.gate().passed())
                .as("%s beside %s: %s", what, report.control(), figures(report))
                .isFalse();
    }

    private static void passes(String what, PrivacyReport report) {
        assertThat(report.gate().exceeded())
                .as("%s beside %s: %s", what, report.control(), figures(report))
                .isEmpty();
    }

    private static List<String> figures(PrivacyReport report) {
        return report.findings().stream()
                .map(f -> f.name() + " " + f.risk() + " " + f.attack() + " " + f.control())
                .toList();
    }
}
