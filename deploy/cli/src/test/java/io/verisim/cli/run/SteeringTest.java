package io.verisim.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.verisim.cli.Verisim;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.RunningInstance;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The commands that steer a workflow and show what is parked, against an orchestrator that only listens. */
class SteeringTest {

    private static final String WORKFLOW = "01a1fe18-6b38-7114-83f2-6bf996452825";

    private final List<String> paths = new ArrayList<>();
    private final List<JsonNode> bodies = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final HttpServer orchestrator;
    private final RunningInstance instance;
    private final Home home;
    private String questions = "[]";
    private int status = 202;

    SteeringTest(@TempDir Path folder) throws IOException {
        home = Home.open(folder.resolve("home"));
        instance = RunningInstance.acquire(home);
        orchestrator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        orchestrator.createContext("/", this::answer);
    }

    @BeforeEach
    void start() throws IOException {
        orchestrator.start();
        instance.announce(
                URI.create("http://127.0.0.1:" + orchestrator.getAddress().getPort() + "/"));
    }

    @AfterEach
    void stop() throws IOException {
        orchestrator.stop(0);
        instance.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
        if (body.length > 0) {
            bodies.add(MessageCodec.mapper().readTree(body));
        }
        String answer = status == 409
                ? "{\"code\":\"ILLEGAL_TRANSITION\",\"detail\":\"A workflow that is COMPLETED does not know PAUSE.\","
                        + "\"remedy\":\"Look at its present state.\"}"
                : "{\"id\":\"" + WORKFLOW + "\",\"status\":\"PAUSED\",\"questions\":" + questions + "}";
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 200 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int verisim(String... arguments) {
        CommandLine line = Verisim.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.path().toString()));
        return line.execute(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "retry", "skip", "abort"})
    void eachVerbIsAskedOfTheOrchestratorInTheNameOfTheUser(String verb) {
        assertThat(verisim(verb, WORKFLOW)).isZero();
        assertThat(paths).containsExactly("POST /api/v1/workflows/" + WORKFLOW + "/" + verb);
        assertThat(bodies.getFirst().at("/actor/id").asString()).isEqualTo(System.getProperty("user.name"));
        assertThat(out.toString()).isEqualTo("Workflow " + WORKFLOW + " is PAUSED.\n");
    }

    @Test
    void whatTheStateDoesNotAllowIsToldAndIsAnErrorOfUse() {
        status = 409;
        assertThat(verisim("pause", WORKFLOW)).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("A workflow that is COMPLETED does not know PAUSE. Look at its present state.\n");
    }

    @Test
    void theOnlyOpenQuestionIsAnswered() {
        questions = "[{\"id\":\"q1\",\"question\":\"Is it personal?\"}]";
        assertThat(verisim("answer", WORKFLOW, "sensitive")).isZero();
        assertThat(paths).last().isEqualTo("POST /api/v1/workflows/" + WORKFLOW + "/questions/q1");
        assertThat(bodies.getFirst().path("choice").asString()).isEqualTo("sensitive");
    }

    @Test
    void ofSeveralQuestionsOneMustBeNamed() {
        questions = "[{\"id\":\"q1\",\"question\":\"A?\"},{\"id\":\"q2\",\"question\":\"B?\"}]";
        assertThat(verisim("answer", WORKFLOW, "sensitive")).isEqualTo(2);
        assertThat(err.toString()).contains("q1 (A?)", "q2 (B?)", "--question");
        assertThat(verisim("answer", WORKFLOW, "sensitive", "--question", "q2")).isZero();
        assertThat(paths).last().isEqualTo("POST /api/v1/workflows/" + WORKFLOW + "/questions/q2");
    }

    @Test
    void aParkedMessageIsReplayedOrDiscardedByItsId() {
        assertThat(verisim("parked")).isZero();
        assertThat(verisim("parked", "--replay", "m 1")).isZero();
        assertThat(verisim("parked", "--discard", "m2")).isZero();
        assertThat(paths)
                .containsExactly("GET /api/v1/parked", "POST /api/v1/parked/m%201/replay", "DELETE /api/v1/parked/m2");
        assertThat(verisim("parked", "--replay", "m1", "--discard", "m2")).isEqualTo(2);
    }

    @Test
    void aTriggerIsAddedFromAFileThatMayNameItsConfiguration(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("nightly.yaml"), "name: From Jira\nsource: customers.csv\n");
        Path file = Files.writeString(
                folder.resolve("trigger.yaml"),
                "name: CRM\njql: project = CRM\nevery: 5m\nconfiguration: nightly.yaml\nsource: {workflow: " + WORKFLOW
                        + "}\n");
        assertThat(verisim("triggers", "--add", file.toString())).isZero();
        assertThat(paths).containsExactly("POST /api/v1/triggers");
        JsonNode sent = bodies.getFirst();
        assertThat(sent.at("/configuration").toString()).isEqualTo("{\"name\":\"From Jira\"}");
        assertThat(sent.at("/source/workflow").asString()).isEqualTo(WORKFLOW);
        assertThat(verisim("triggers", "--off", "t1")).isZero();
        assertThat(paths).last().isEqualTo("POST /api/v1/triggers/t1/off");
    }

    @Test
    void aTriggerWhoseFilesAreMissingIsNotAdded(@TempDir Path folder) throws IOException {
        assertThat(verisim("triggers", "--add", folder.resolve("none.yaml").toString()))
                .isEqualTo(2);
        Path file = Files.writeString(folder.resolve("trigger.yaml"), "configuration: away.yaml\n");
        assertThat(verisim("triggers", "--add", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.yaml", "away.yaml");
        assertThat(paths).isEmpty();
    }

    @Test
    void withoutAnInstanceItSaysHowToStartOne() throws IOException {
        instance.close();
        assertThat(verisim("resume", WORKFLOW)).isEqualTo(12);
        assertThat(err.toString()).contains("No Verisim runs in", "verisim up");
    }
}
