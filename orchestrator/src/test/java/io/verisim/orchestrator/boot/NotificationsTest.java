package io.verisim.orchestrator.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.RequestInput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** W7: who is told what of a workflow, over real HTTP. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(Lifecycle.PER_CLASS)
class NotificationsTest {

    private static final String SECRET = "s3cret-of-the-receiver";
    private static final String PRODUCTION_VALUE = "ada.lovelace@production.example";
    private static final String SUBSCRIBERS = "verisim.notifications.subscribers";

    private TrivialAgents agents;
    private TestOrchestrator orchestrator;
    private Receiver receiver;

    @BeforeAll
    void start(ServiceConnections services) throws Exception {
        receiver = new Receiver();
        agents = new TrivialAgents(services.broker(), services.objects());
        agents.start();
        Map<String, String> properties = new HashMap<>();
        properties.put("VERISIM_TIMER_POLL", "50ms");
        properties.put("VERISIM_NOTIFICATIONS_FIRST_WAIT", "100ms");
        properties.put("verisim.credentials.pager.token", SECRET);
        properties.put(
                "verisim.credentials.chat.url", receiver.address("/slack").toString());
        subscriber(
                properties,
                0,
                Map.of(
                        "name", "pager",
                        "type", "webhook",
                        "url", receiver.address("/hook").toString(),
                        "credentials", "pager",
                        "allow-private", "true"));
        subscriber(
                properties,
                1,
                Map.of(
                        "name", "chat",
                        "type", "slack",
                        "credentials", "chat",
                        "kinds", "failed,completed",
                        "allow-private", "true"));
        subscriber(
                properties,
                2,
                Map.of(
                        "name", "inside",
                        "type", "slack",
                        "url", receiver.address("/inside").toString()));
        orchestrator = new TestOrchestrator(services, properties);
    }

    private static void subscriber(Map<String, String> properties, int index, Map<String, String> settings) {
        settings.forEach((name, value) -> properties.put(SUBSCRIBERS + "[" + index + "]." + name, value));
    }

    @AfterAll
    void stop() throws Exception {
        orchestrator.close();
        agents.close();
        receiver.close();
    }

    @BeforeEach
    void behaveAsUsual() {
        agents.on("profile", agents::usual);
    }

    private static String named(String name) {
        return "{\"name\": \"" + name + "\", \"skipStages\": [\"synthesize\", \"distribute\", \"build_tests\","
                + " \"execute_tests\", \"report\"]}";
    }

    private void failWith(ErrorDetail error) {
        agents.on("profile", envelope -> new ErrorOccurred("profile", error));
    }

    @Test
    void aSignedDocumentTellsOfTheEndAndItsSignatureVerifies() throws Exception {
        String path = orchestrator.started(named("nightly run"));
        orchestrator.awaitStatus(path, "COMPLETED");
        orchestrator.await(path, seen -> receiver.taken("/hook", "nightly run").size() == 1);
        Receiver.Taken taken = receiver.taken("/hook", "nightly run").getFirst();
        JsonNode document = MessageCodec.mapper().readTree(taken.body());
        assertThat(document.path("kind").asString()).isEqualTo("completed");
        assertThat(document.path("workflowId").asString()).isEqualTo(id(path));
        assertThat(document.path("link").asString()).isEqualTo("/workflow.html?id=" + id(path));
        assertThat(document.path("id").asString()).isEqualTo(taken.notification());
        String time = taken.signature().replaceAll("t=(\\d+),.*", "$1");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] wanted = mac.doFinal((time + "." + taken.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(taken.signature())
                .isEqualTo("t=" + time + ",v1=" + HexFormat.of().formatHex(wanted));
        orchestrator.await(path, seen -> receiver.taken("/slack", "nightly run").size() == 1);
        assertThat(MessageCodec.mapper()
                        .readTree(receiver.taken("/slack", "nightly run")
                                .getFirst()
                                .body())
                        .path("text")
                        .asString())
                .isEqualTo("Workflow 'nightly run' is completed. /workflow.html?id=" + id(path));
    }

    @Test
    void aReceiverThatIsAwayGetsItLaterAndOnce() {
        receiver.refuseNext(3);
        failWith(ErrorDetail.of(ErrorCategory.DATA, "CSV_RAGGED_ROW", "Row 3 is ragged.", "Correct row 3."));
        String path = orchestrator.started(named("unlucky run"));
        orchestrator.awaitStatus(path, "FAILED");
        orchestrator.await(path, seen -> receiver.taken("/hook", "unlucky run").size() == 1);
        JsonNode listed = orchestrator.await(
                "/api/v1/notifications?workflow=" + id(path),
                seen -> delivery(seen, "pager").path("state").asString().equals("DELIVERED")
                        && delivery(seen, "chat").path("state").asString().equals("DELIVERED"));
        assertThat(listed.path("notifications")).hasSize(1);
        assertThat(delivery(listed, "pager").path("attempts").asInt()
                        + delivery(listed, "chat").path("attempts").asInt())
                .isEqualTo(5);
        assertThat(receiver.taken("/hook", "unlucky run")).hasSize(1);
    }

    private static JsonNode delivery(JsonNode listed, String subscriber) {
        for (JsonNode one : listed.at("/notifications/0/deliveries")) {
            if (one.path("subscriber").asString().equals(subscriber)) {
                return one;
            }
        }
        return MessageCodec.mapper().missingNode();
    }

    @Test
    void theSameAgainWithinFiveMinutesIsNotTold() {
        failWith(ErrorDetail.of(ErrorCategory.INTEGRATION, "JIRA_REFUSED", "Jira refuses.", "Check the token."));
        String path = orchestrator.started(named("stubborn run"));
        orchestrator.awaitStatus(path, "PAUSED");
        orchestrator.post(path + "/resume");
        orchestrator.await(
                path,
                seen -> seen.path("status").asString().equals("PAUSED")
                        && seen.at("/tasks/0/attempt").asInt() == 2);
        orchestrator.post(path + "/abort");
        orchestrator.awaitStatus(path, "ABORTED");
        assertThat(orchestrator
                        .get("/api/v1/notifications?workflow=" + id(path))
                        .path("notifications"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("kind").asString()).isEqualTo("paused"))
                .satisfies(one -> assertThat(one.path("sentence").asString())
                        .isEqualTo("Workflow 'stubborn run' is paused (INTEGRATION, JIRA_REFUSED). Check the token."));
    }

    @Test
    void aQuestionAndAGateAreToldAsSuch() {
        agents.on(
                "profile",
                envelope -> new RequestInput(
                        "Is '" + PRODUCTION_VALUE + "' sensitive?",
                        Map.of("value", PRODUCTION_VALUE),
                        List.of("yes", "no"),
                        "yes",
                        Instant.now().plusSeconds(3600)));
        String asking = orchestrator.started(named("asking run"));
        orchestrator.awaitStatus(asking, "WAITING_INPUT");
        failWith(ErrorDetail.of(ErrorCategory.DATA, "GATE_PRIVACY", "Too close.", "Use more rows."));
        String gated = orchestrator.started(named("gated run"));
        orchestrator.awaitStatus(gated, "FAILED");
        orchestrator.await(asking, seen -> receiver.taken("/hook", "asking run").size() == 1);
        orchestrator.await(gated, seen -> receiver.taken("/hook", "gated run").size() == 1);
        assertThat(receiver.taken("/hook", "asking run").getFirst().body())
                .contains("\"kind\":\"waiting_input\"", "waits for an answer.")
                .doesNotContain(PRODUCTION_VALUE);
        assertThat(receiver.taken("/hook", "gated run").getFirst().body()).contains("\"kind\":\"gate_stopped\"");
        assertThat(receiver.taken("/slack", "asking run"))
                .as("it wants only ends")
                .isEmpty();
    }

    @Test
    void whatAnAgentSaysOfTheDataStaysInside() {
        failWith(ErrorDetail.of(
                        ErrorCategory.DATA,
                        "CSV_RAGGED_ROW",
                        "Row of " + PRODUCTION_VALUE + " is ragged.",
                        "Correct the row.")
                .withContext(Map.of("value", PRODUCTION_VALUE)));
        String path = orchestrator.started(named("leaky run"));
        orchestrator.awaitStatus(path, "FAILED");
        orchestrator.await(path, seen -> receiver.taken("/hook", "leaky run").size() == 1);
        assertThat(receiver.taken("/hook", "leaky run").getFirst().body()).doesNotContain(PRODUCTION_VALUE);
    }

    @Test
    void nothingGoesIntoThePrivateNetworkUnasked() {
        String path = orchestrator.started(named("inside run"));
        orchestrator.awaitStatus(path, "COMPLETED");
        JsonNode listed = orchestrator.await(
                "/api/v1/notifications?workflow=" + id(path),
                seen -> delivery(seen, "inside").has("problem"));
        assertThat(delivery(listed, "inside").path("problem").asString()).contains("private network", "allow-private");
        assertThat(receiver.taken("/inside", "")).isEmpty();
    }

    @Test
    void aSubscriberWithoutWhatItNeedsKeepsTheOrchestratorFromStarting(ServiceConnections services) {
        Map<String, String> properties = new HashMap<>();
        subscriber(properties, 0, Map.of("name", "pager", "type", "webhook", "url", "https://pager.example"));
        assertThatThrownBy(() -> new TestOrchestrator(services, properties).close())
                .rootCause()
                .hasMessageContaining("Subscriber 'pager'")
                .hasMessageContaining("signed");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
