package io.verisim.testbuilder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.mock.production.Scenarios;
import io.verisim.testbuilder.scenario.LineNotUnderstood;
import io.verisim.testbuilder.scenario.ScenarioReader;
import io.verisim.testbuilder.scenario.ScenarioStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    @Test
    void everyPhraseIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Vocabulary.forms())
                .isNotEmpty()
                .allSatisfy(form -> assertThat(readme).contains("`" + form + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"telecom", "generic"})
    void theScenariosOfTheDemosAreUnderstood(String set) throws LineNotUnderstood {
        Set<String> forms = new HashSet<>();
        for (Scenarios.Scenario scenario : Scenarios.load(set)) {
            List<ScenarioStep> steps = ScenarioReader.read(scenario.description());
            for (ScenarioStep step : steps) {
                forms.add(Vocabulary.understand(step).phrase().form());
            }
            assertThat(scenario.label()).isEqualTo("verisim-" + set);
        }
        assertThat(forms).hasSizeGreaterThan(15);
    }
}
