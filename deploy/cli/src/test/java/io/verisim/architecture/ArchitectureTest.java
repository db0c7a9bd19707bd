package io.verisim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.verisim");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    private static final Map<String, ArchRule> RULES = new HouseRules("io.verisim").all();
    private static final Map<String, ArchRule> PLANTED_RULES = new HouseRules("planted").all();

    static Stream<String> rules() {
        return RULES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsTheRule(String name) {
        Objects.requireNonNull(RULES.get(name)).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aPlantedViolationBreaksTheRule(String name) {
        boolean violated = Objects.requireNonNull(PLANTED_RULES.get(name))
                .evaluate(PLANTED)
                .hasViolation();
        assertThat(violated).as("rule %s must find its planted violation", name).isTrue();
    }

    @Test
    void theRulesSeeEveryPartOfTheHouse() {
        for (String part : List.of(
                "model",
                "numerics",
                "tabular",
                "text",
                "atlassian",
                "agent",
                "processor",
                "synthesizer",
                "distributor",
                "testbuilder",
                "testexecutor",
                "orchestrator",
                "mock",
                "embedded",
                "cli")) {
            assertThat(HOUSE.stream().anyMatch(type -> type.getPackageName().startsWith("io.verisim." + part)))
                    .as("classes of io.verisim.%s are imported", part)
                    .isTrue();
        }
    }
}
