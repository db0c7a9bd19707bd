package io.verisim.testbuilder.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.agent.Task;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.agent.memory.InMemoryTaskContext;
import io.verisim.atlassian.adapter.HttpJiraClient;
import io.verisim.atlassian.adapter.JiraConnection;
import io.verisim.mock.jira.JiraMock;
import io.verisim.mock.jira.JiraMockOptions;
import io.verisim.mock.jira.SeedIssue;
import io.verisim.mock.production.Scenarios;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.FollowUp;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.testing.GeneratedTest;
import io.verisim.model.testing.TestBindings;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestPlans;
import io.verisim.testbuilder.Samples;
import io.verisim.testbuilder.Samples.Sample;
import io.verisim.testbuilder.plan.PlanReader;
import io.verisim.testbuilder.scenario.jira.JiraScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTestsHandlerTest {

    private static final String USER = "builder@example.org";
    private static final String TOKEN = "token-of-the-builder";

    private JiraMock jira;
    private TaskHandler handler;
    private InMemoryTaskContext context;
    private Sample sample;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        jira = JiraMock.start(JiraMockOptions.of(0, folder.resolve("jira"), USER, TOKEN));
        handler = new BuildTestsHandler(
                name -> new JiraScenarios(HttpJiraClient.of(JiraConnection.of(jira.uri(), USER, TOKEN))),
                new PlanReader());
        context = new InMemoryTaskContext(Files.createDirectory(folder.resolve("scratch")));
        sample = Samples.telecom(folder, 120);
        List<SeedIssue> issues = new ArrayList<>();
        for (Scenarios.Scenario scenario : Scenarios.load("telecom")) {
            issues.add(SeedIssue.scenario(scenario.summary(), scenario.description(), scenario.label()));
        }
        issues.add(SeedIssue.scenario("Magic", "Given I am signed in\nThen a miracle happens", "verisim-telecom"));
        issues.add(SeedIssue.scenario("Of another team", "Given I am on the sign-in page", "other"));
        jira.seed("CRM", issues);
    }

    @AfterEach
    void stop() {
        jira.close();
    }

    @Test
    void everyScenarioOfTheQueryBecomesAFollowUpWithPlanAndCode() throws Exception {
        TaskResult result = handler.handle(task("verisim-telecom"), context);

        assertThat(result.followUps())
                .extracting(FollowUp::key)
                .containsExactly(
                        "CRM-1", "CRM-2", "CRM-3", "CRM-4", "CRM-5", "CRM-6", "CRM-7", "CRM-8", "CRM-9", "CRM-10",
                        "CRM-11");
        FollowUp followUp = result.followUps().get(3);
        GeneratedTest test =
                MessageCodec.mapper().convertValue(followUp.parameters().get("test"), GeneratedTest.class);
        TestPlan plan = context.read(one(followUp, "plan"), TestPlan.class);
        String code = context.text(one(followUp, "code"));

        assertThat(test.sourceFile())
                .isEqualTo("Crm4Test.java")
                .isEqualTo(one(followUp, "code").name());
        assertThat(plan.testId()).isEqualTo(test.testId());
        assertThat(code)
                .contains("public final class Crm4Test")
                .contains(String.valueOf(plan.bindings().getFirst().fields().get("customer id")));
        assertThat(context.sentences()).contains("Binding 12 scenarios to customers_of_the_target");
    }

    @Test
    void plansAndBindingsAreDocumentsAndSkippedScenariosAreNamed() throws Exception {
        TaskResult result = handler.handle(task("verisim-telecom"), context);

        TestPlans plans = context.read(output(result, "plans"), TestPlans.class);
        TestBindings bindings = context.read(output(result, "bindings"), TestBindings.class);
        assertThat(plans.plans()).hasSize(11);
        assertThat(plans.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.scenarioKey().value()).isEqualTo("CRM-12");
            assertThat(skipped.reason()).isEqualTo("Line 2 is not understood: \"Then a miracle happens\".");
        });
        assertThat(bindings.tests())
                .hasSize(11)
                .flatExtracting(TestBindings.OfTest::bindings)
                .hasSizeGreaterThan(5)
                .allSatisfy(binding -> assertThat(binding.table()).isEqualTo("customers_of_the_target"));
        assertThat(bindings.tests().get(3).bindings().getFirst().fields()).containsOnlyKeys("customer id");
    }

    @Test
    void aQueryThatFindsNothingIsAnErrorThatShowsTheQuery() {
        assertThatThrownBy(() -> handler.handle(task("nobody"), context))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("labels = \"nobody\"");
    }

    @Test
    void anUnknownFrameworkIsRefusedBeforeAnythingIsRead() throws IOException {
        Task task = configured(Map.of("framework", "telepathy"));

        assertThatThrownBy(() -> handler.handle(task, context))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("telepathy");
        assertThat(context.sentences()).isEmpty();
    }

    private static ArtifactRef output(TaskResult result, String role) {
        return result.outputs().getOrDefault(role, List.of()).getFirst();
    }

    private static ArtifactRef one(FollowUp followUp, String role) {
        return followUp.inputs().getOrDefault(role, List.of()).getFirst();
    }

    private Task task(String label) throws IOException {
        return configured(Map.of("jira", Map.of("project", "CRM", "label", label)));
    }

    /** The target calls a column by another name than the dataset. */
    private Task configured(Map<String, Object> parameters) throws IOException {
        DatasetManifest manifest = new DatasetManifest(
                sample.schema().name(),
                sample.schema(),
                120,
                "model",
                Map.of(),
                1,
                "test",
                "0",
                1,
                "none",
                List.of(),
                null,
                List.of());
        Map<String, Object> toFile = Map.of("type", "file", "table", "x.csv", "columns", Map.of());
        Map<String, Object> toDatabase = Map.of(
                "type",
                "postgres",
                "table",
                "customers_of_the_target",
                "columns",
                Map.of("iban", "account", "customer_id", "customer id"));
        return new Task(
                new WorkflowId(new UUID(1, 1)),
                new TaskId(new UUID(1, 2)),
                1,
                "build_tests",
                "build_tests",
                parameters,
                Map.of(
                        "manifest", List.of(context.store("manifest.json", manifest)),
                        "chunk", List.of(context.store("chunk-00000.csv", "text/csv", sample.csv())),
                        "load_report",
                                List.of(
                                        context.store("load-report.json", toFile),
                                        context.store("load-report.json", toDatabase))));
    }
}
