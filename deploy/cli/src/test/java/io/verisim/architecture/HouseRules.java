package io.verisim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** The rules, for the tree below a root package: {@code io.verisim} itself, or the planted one. */
final class HouseRules {

    /** Folders in which one technology or algorithm has one folder of its own. */
    private static final List<String> FAMILIES = List.of(
            "synthesizer.model",
            "processor.classify",
            "distributor.target",
            "testbuilder.render",
            "testexecutor.runner");

    private static final List<String> AGENTS =
            List.of("processor", "synthesizer", "distributor", "testbuilder", "testexecutor");

    private static final List<String> LIBRARIES = List.of("agent", "numerics", "tabular", "text", "atlassian");

    private static final String JIRA_TRIGGERS = "orchestrator.trigger.adapter.jira";

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    /** Every rule by a name that says what it forbids. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("spring_lives_in_app_adapter_and_boot", springLivesAtTheEdge());
        rules.put("the_shared_model_knows_only_jackson", sharedModelKnowsOnlyJackson());
        rules.put("the_orchestrator_names_no_agent", orchestratorNamesNoAgent());
        rules.put("jira_triggers_know_only_the_jira_client", jiraTriggersKnowOnlyTheJiraClient());
        rules.put("mocks_know_only_the_shared_model", mocksKnowOnlyTheSharedModel());
        rules.put("libraries_know_no_application", librariesKnowNoApplication());
        rules.put("time_ids_and_randomness_are_passed_in", timeAndRandomnessArePassedIn());
        rules.put("nothing_is_serialized_by_java", nothingIsSerializedByJava());
        rules.put("every_package_is_null_marked", everyPackageIsNullMarked());
        for (String agent : AGENTS) {
            rules.put("agent_" + agent + "_knows_no_other_agent", agentKnowsNoOther(agent));
        }
        for (String family : FAMILIES) {
            String name = family.replace('.', '_');
            rules.put(name + "_siblings_do_not_know_each_other", siblingsDoNotKnowEachOther(family));
            rules.put(name + "_siblings_are_not_named_outside", siblingsAreNotNamedOutside(family));
        }
        return rules;
    }

    private String in(String folder) {
        return root + "." + folder + "..";
    }

    private String[] in(List<String> folders) {
        return folders.stream().map(this::in).toArray(String[]::new);
    }

    private ArchRule springLivesAtTheEdge() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(
                        root + "..app..", root + "..adapter..", root + "..boot..", in("cli"), in("bench"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .allowEmptyShould(true);
    }

    private ArchRule sharedModelKnowsOnlyJackson() {
        return classes()
                .that()
                .resideInAPackage(in("model"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        in("model"),
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..")
                .allowEmptyShould(true);
    }

    private ArchRule orchestratorNamesNoAgent() {
        return noClasses()
                .that()
                .resideInAPackage(in("orchestrator"))
                .and()
                .resideOutsideOfPackage(in(JIRA_TRIGGERS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(in(AGENTS), in(LIBRARIES)))
                .allowEmptyShould(true);
    }

    /** They start workflows, so they belong to the orchestrator, and they need Jira's client, of which one is enough. */
    private ArchRule jiraTriggersKnowOnlyTheJiraClient() {
        List<String> others = LIBRARIES.stream()
                .filter(library -> !library.equals("atlassian"))
                .toList();
        return noClasses()
                .that()
                .resideInAPackage(in(JIRA_TRIGGERS))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(in(AGENTS), in(others)))
                .allowEmptyShould(true);
    }

    private ArchRule mocksKnowOnlyTheSharedModel() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("mock"), in("embedded"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(concat(in(AGENTS), in(LIBRARIES)), in(List.of("orchestrator", "cli"))))
                .allowEmptyShould(true);
    }

    private ArchRule librariesKnowNoApplication() {
        return noClasses()
                .that()
                .resideInAnyPackage(in(LIBRARIES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(in(AGENTS), in(List.of("orchestrator", "mock", "embedded", "cli"))))
                .allowEmptyShould(true);
    }

    private ArchRule agentKnowsNoOther(String agent) {
        List<String> others =
                AGENTS.stream().filter(other -> !other.equals(agent)).toList();
        return noClasses()
                .that()
                .resideInAPackage(in(agent))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(concat(in(others), in(List.of("orchestrator", "mock", "embedded", "cli"))))
                .allowEmptyShould(true);
    }

    private ArchRule siblingsDoNotKnowEachOther(String family) {
        return slices().matching(root + "." + family + ".(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    private ArchRule siblingsAreNotNamedOutside(String family) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + "." + family + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + "." + family + ".*..")
                .allowEmptyShould(true);
    }

    private ArchRule timeAndRandomnessArePassedIn() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(
                        root + "..app..",
                        root + "..adapter..",
                        root + "..boot..",
                        in("cli"),
                        in("bench"),
                        in("mock"),
                        in("embedded"))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .allowEmptyShould(true);
    }

    private ArchRule nothingIsSerializedByJava() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .allowEmptyShould(true);
    }

    private ArchRule everyPackageIsNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should(new ArchCondition<>("live in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getName() + " lives in a package without @NullMarked"));
                    }
                })
                .allowEmptyShould(true);
    }

    private static String[] concat(String[] left, String[] right) {
        String[] both = java.util.Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
