package io.verisim.testbuilder.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.VerisimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {

    private static final String PLAN = """
            {"testId":"T-1","scenarioKey":"T-1","title":"Search","tags":[],
             "bindings":[{"name":"customer","table":"t","row":3,"fields":{"name":"Ann"}}],
             "steps":[
               {"kind":"navigate","sentence":"Open","line":{"number":1,"text":"x"},"path":"/tables"},
               {"kind":"fill","sentence":"Type","line":{"number":1,"text":"x"},
                "target":{"kind":"by_label","label":"Search","exact":true},
                "value":{"kind":"data_ref","binding":"customer","field":"name"}}]}
            """;

    private final PlanReader reader = new PlanReader();

    @Test
    void aProperPlanIsRead() {
        assertThat(reader.read(PLAN).steps()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "/tables"                 | "https://evil.example"
                    "/tables"                 | "//evil.example"
                    "/tables"                 | "/\\\\evil.example"
                    "navigate"                | "run_script"
                    "kind":"by_label",        | "kind":"by_xpath",
                    "field":"name"            | "field":"salary"
                    "testId":"T-1"            | "testId":"../T-1"
                    "tags":[]                 | "tags":[],"code":"System.exit(1)"
                    "path":"/tables"          | "path":"/tables","script":"x"
                    "exact":true              | "exact":"yes"
                    "row":3                   | "row":0
                    "steps":[                 | "steps":[{},
                    {"testId"                 | ["testId"
                    """)
    void aPlanThatSaysAnythingElseIsRefused(String part, String other) {
        assertThat(PLAN).contains(part);
        assertThatThrownBy(() -> reader.read(PLAN.replace(part, other)))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("A test plan is refused: ");
    }
}
