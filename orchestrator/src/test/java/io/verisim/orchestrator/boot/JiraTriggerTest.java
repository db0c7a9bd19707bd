package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.mock.jira.JiraMock;
import io.verisim.mock.jira.JiraMockOptions;
import io.verisim.mock.jira.SeedIssue;
import io.verisim.orchestrator.trigger.TriggerPoller;
import io.verisim.orchestrator.workflow.application.Transactions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** W6: a query in Jira starts workflows, against the simulated Jira over real HTTP. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(Lifecycle.PER_CLASS)
class JiraTriggerTest {

    private static final String SHORT = """
            {"name": "short", "skipStages": ["synthesize", "distribute", "build_tests", "execute_tests", "report"],
             "tests": {"jira": {"credentials": "jira", "project": "CRM"}}}""";

    private JiraMock jira;
    private TrivialAgents agents;
    private TestOrchestrator orchestrator;
    private String source;
    private int labels;

    @BeforeAll
    void start(ServiceConnections services, @TempDir Path folder) throws Exception {
        jira = JiraMock.start(JiraMockOptions.of(0, folder.resolve("jira"), "qa@example.org", "t0ken"));
        agents = new TrivialAgents(services.broker(), services.objects());
        agents.start();
        orchestrator = new TestOrchestrator(
                services,
                Map.of(
                        "VERISIM_TIMER_POLL", "50ms",
                        "VERISIM_TRIGGERS_LOOK", "1h",
                        "verisim.credentials.jira.url", jira.uri().toString(),
                        "verisim.credentials.jira.username", "qa@example.org",
                        "verisim.credentials.jira.token", "t0ken"));
        source = orchestrator.started(SHORT);
        orchestrator.awaitStatus(source, "COMPLETED");
    }

    @AfterAll
    void stop() throws Exception {
        orchestrator.close();
        agents.close();
        jira.close();
    }

    @AfterEach
    void takeTriggersOut() {
        orchestrator
                .get("/api/v1/triggers")
                .path("triggers")
                .forEach(trigger -> orchestrator.delete(
                        "/api/v1/triggers/" + trigger.path("id").asString()));
    }

    /** Makes a trigger for a label that nothing else has. */
    private String trigger(String label) {
        JsonNode made = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(orchestrator
                        .post("/api/v1/triggers", """
                                {"name": "%s", "jql": "labels = %s", "every": "1s", "configuration": %s,
                                 "source": {"workflow": "%s"}}""".formatted(
                                        label, label, SHORT, source.substring(source.lastIndexOf('/') + 1)))
                        .body());
        assertThat(made.path("enabled").asBoolean()).as(made.toPrettyString()).isTrue();
        return made.path("id").asString();
    }

    private String label() {
        return "run" + ++labels;
    }

    private void seed(String summary, String label) {
        jira.seed("CRM", List.of(SeedIssue.scenario(summary, "Given a customer\n\nThen all is well", label)));
    }

    /** Polls at once, whenever the next poll would be. */
    private void poll() {
        orchestrator
                .database()
                .sql("UPDATE triggers SET next_poll_at = now() - interval '1 second'")
                .update();
        orchestrator.bean(TriggerPoller.class).pollAllDue();
    }

    private List<String> startedByJira() {
        return orchestrator
                .database()
                .sql(
                        "SELECT CAST(id AS text) FROM workflow_executions WHERE actor_kind = 'jira' ORDER BY created_at, id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private JsonNode only() {
        return orchestrator.get("/api/v1/triggers").at("/triggers/0");
    }

    @Test
    void issuesThatAreFoundStartOneWorkflowOnceAndANewOneStartsAnother() {
        String label = label();
        seed("first", label);
        seed("second", label);
        trigger(label);
        int before = startedByJira().size();
        poll();
        poll();
        assertThat(startedByJira()).hasSize(before + 1);
        String path = "/api/v1/workflows/" + startedByJira().getLast();
        JsonNode done = orchestrator.awaitStatus(path, "COMPLETED");
        assertThat(done.at("/actor/kind").asString()).isEqualTo("jira");
        assertThat(done.at("/actor/id").asString())
                .as("the account")
                .isNotBlank()
                .doesNotStartWith("trigger");
        assertThat(orchestrator
                        .database()
                        .sql("""
                                SELECT c.document #>> '{tests,jira,jql}' FROM workflow_executions w
                                JOIN workflow_configs c ON c.id = w.config_id WHERE w.id = CAST(:id AS uuid)""")
                        .param("id", startedByJira().getLast())
                        .query(String.class)
                        .single())
                .matches("key in \\(CRM-\\d+, CRM-\\d+\\) ORDER BY key ASC");
        poll();
        assertThat(startedByJira()).as("nothing is new").hasSize(before + 1);
        seed("third", label);
        poll();
        assertThat(startedByJira()).hasSize(before + 2);
        assertThat(only().path("lastWorkflow").asString())
                .isEqualTo(startedByJira().getLast());
    }

    @Test
    void aPollThatIsKilledStartsNothingAndTheNextOneStartsOnce() {
        String label = label();
        seed("fragile", label);
        trigger(label);
        int before = startedByJira().size();
        assertThatThrownBy(() -> orchestrator.bean(Transactions.class).inOne(() -> {
                    poll();
                    assertThat(startedByJira()).hasSize(before + 1);
                    throw new IllegalStateException("killed before its commit");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(startedByJira()).hasSize(before);
        poll();
        poll();
        assertThat(startedByJira()).hasSize(before + 1);
    }

    @Test
    void twoPollsAtOnceStartOnce() throws Exception {
        String label = label();
        seed("contested", label);
        trigger(label);
        int before = startedByJira().size();
        List<Thread> polls = List.of(
                Thread.ofVirtual().start(orchestrator.bean(TriggerPoller.class)::pollAllDue),
                Thread.ofVirtual().start(orchestrator.bean(TriggerPoller.class)::pollAllDue));
        for (Thread one : polls) {
            one.join();
        }
        assertThat(startedByJira()).hasSize(before + 1);
    }

    @Test
    void aTriggerThatIsOffStartsNothingAndOneThatIsRefusedSaysWhy() {
        String label = label();
        seed("quiet", label);
        String id = trigger(label);
        int before = startedByJira().size();
        assertThat(orchestrator.post("/api/v1/triggers/" + id + "/off", "{}").statusCode())
                .isEqualTo(200);
        poll();
        assertThat(startedByJira()).hasSize(before);
        orchestrator.post("/api/v1/triggers/" + id + "/on", "{}");
        orchestrator
                .database()
                .sql("UPDATE triggers SET jql = 'no query at all'")
                .update();
        poll();
        assertThat(only().path("problem").asString()).isNotBlank();
        assertThat(startedByJira()).hasSize(before);
        assertThat(orchestrator.delete("/api/v1/triggers/" + id).statusCode()).isEqualTo(200);
        assertThat(orchestrator.delete("/api/v1/triggers/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoTriggerIsRefused() {
        for (String wrong : List.of(
                "{}",
                "{\"name\": \"x\", \"jql\": \"project = CRM\", \"every\": \"often\"}",
                "{\"name\": \"x\", \"jql\": \"project = CRM\", \"every\": \"1m\", \"configuration\": {\"name\": \"x\"}}")) {
            assertThat(orchestrator.post("/api/v1/triggers", wrong).statusCode())
                    .isEqualTo(400);
        }
    }
}
