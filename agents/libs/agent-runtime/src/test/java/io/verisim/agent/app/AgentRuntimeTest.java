package io.verisim.agent.app;

import static io.verisim.agent.app.Conversation.holding;
import static io.verisim.agent.app.Conversation.newTask;
import static io.verisim.agent.app.Conversation.order;
import static io.verisim.agent.app.Conversation.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.TaskId;
import io.verisim.model.message.Control;
import io.verisim.model.message.ControlAction;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.QueueNames;
import io.verisim.model.message.RequestInput;
import io.verisim.model.message.StatusKind;
import io.verisim.model.message.StatusUpdate;
import io.verisim.model.message.TaskAttempt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.services.s3.S3Client;

@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentRuntimeTest {

    private static final long PATIENCE_MILLIS = 20_000;

    private final BrokerConnection broker;
    private final ObjectsConnection objects;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext agent;

    @SuppressWarnings("NullAway.Init")
    private RabbitTemplate template;

    @SuppressWarnings("NullAway.Init")
    private Conversation probe;

    AgentRuntimeTest(ServiceConnections connections) {
        this.broker = connections.broker();
        this.objects = connections.objects();
    }

    @BeforeAll
    void startTheAgent() {
        agent = AgentMain.start(
                ProbeApplication.class,
                "probe",
                Map.ofEntries(
                        Map.entry("spring.config.location", "classpath:/verisim/agent-runtime.yml"),
                        Map.entry("VERISIM_RABBITMQ_HOST", broker.host()),
                        Map.entry("VERISIM_RABBITMQ_PORT", String.valueOf(broker.port())),
                        Map.entry("VERISIM_RABBITMQ_USER", broker.username()),
                        Map.entry("VERISIM_RABBITMQ_PASSWORD", broker.password()),
                        Map.entry("VERISIM_RABBITMQ_VHOST", broker.virtualHost()),
                        Map.entry("VERISIM_QUORUM", String.valueOf(broker.quorum())),
                        Map.entry("VERISIM_S3_ENDPOINT", objects.endpoint().toString()),
                        Map.entry("VERISIM_S3_BUCKET", objects.bucket()),
                        Map.entry("VERISIM_S3_ACCESS_KEY", objects.accessKey()),
                        Map.entry("VERISIM_S3_SECRET_KEY", objects.secretKey()),
                        Map.entry("VERISIM_HEARTBEAT", "500ms"),
                        Map.entry("VERISIM_INSTANCE", Conversation.INSTANCE)));
        CachingConnectionFactory factory = agent.getBean(CachingConnectionFactory.class);
        template = new RabbitTemplate(factory);
        template.setReceiveTimeout(500);
        probe = new Conversation(template);
    }

    @AfterAll
    void stopTheAgent() {
        agent.close();
    }

    @Test
    void anAgentAnnouncesItselfWithWhatItCanDo() {
        StatusUpdate online = (StatusUpdate)
                probe.hear(e -> Conversation.isStatus(e, StatusKind.ONLINE)).payload();
        assertThat(online.instance()).isEqualTo(Conversation.INSTANCE);
        assertThat(online.taskTypes())
                .singleElement()
                .satisfies(type -> assertThat(type.taskType()).isEqualTo("probe"));
    }

    @Test
    void aTaskIsAcceptedReportedOnAndCompletedWithItsArtifacts() throws IOException {
        TaskId task = probe.start(order("copy", Map.of("source", List.of(storeSource("hello")))));
        Envelope done = probe.answer(task);
        ProcessingComplete result = (ProcessingComplete) done.payload();
        ArtifactRef copy = Objects.requireNonNull(result.outputs().get("copy")).getFirst();
        assertThat(copy.uri().toString()).contains(probe.workflow() + "/test/" + task);
        assertThat(result.metrics()).containsEntry("lines", 100.0);
        assertThat(done.causationId()).isNotNull();
        // What needs no confirm goes its own way: it may arrive after the result.
        probe.hear(e -> task.equals(e.taskId()) && Conversation.isStatus(e, StatusKind.ACCEPTED));
        probe.hearSentence(task, "copying line 100");
        List<StatusUpdate> progress = probe.ofTask(task).stream()
                .map(Envelope::payload)
                .filter(p -> p instanceof StatusUpdate s && s.kind() == StatusKind.PROGRESS)
                .map(StatusUpdate.class::cast)
                .toList();
        assertThat(progress).hasSizeBetween(2, 20);
    }

    @Test
    void aTaskThatIsDeliveredTwiceIsDoneOnceAndAnsweredTwice() {
        int before = ProbeApplication.RUNS.get();
        TaskId task = newTask();
        Envelope order = probe.envelope(task, order("nothing"));
        probe.send(order);
        probe.answer(task);
        probe.send(order);
        probe.hearAnswers(task, 2);
        assertThat(ProbeApplication.RUNS.get() - before).isEqualTo(1);
    }

    @Test
    void aTaskThatComesAgainWhileItRunsIsNotDoneASecondTime() {
        int before = ProbeApplication.RUNS.get();
        TaskId task = newTask();
        Envelope order = probe.envelope(task, holding("twice"));
        probe.send(order);
        probe.send(order);
        probe.hearProgress(task);
        release("twice");
        probe.hearAnswers(task, 2);
        assertThat(ProbeApplication.RUNS.get() - before).isEqualTo(1);
    }

    @Test
    void aTaskThatRanOutOfMemoryHasTheInstanceToItselfTheNextTime() {
        TaskId full = probe.start(order("fill"));
        assertThat(((ErrorOccurred) probe.answer(full).payload()).error().category())
                .isEqualTo(ErrorCategory.RESOURCE);
        TaskId other = probe.hold("beside");
        Map<String, Object> alone = Map.of("do", "nothing", "resources", Map.of("batchDivisor", 2));
        probe.send(probe.envelope(full, 2, new DataReady("probe", "test", alone, Map.of())));
        probe.hearTheHeartBeat();
        release("beside");
        probe.hear(e -> full.equals(e.taskId()) && e.payload() instanceof ProcessingComplete);
        // Results travel on connections of their own, so that their order tells nothing.
        assertThat(ProbeApplication.ENDED.stream().filter(List.of(other, full)::contains))
                .containsExactly(full, other, full);
    }

    @Test
    void aCancellationOfAnOlderAttemptLeavesANewerOneAlone() {
        TaskId task = newTask();
        Envelope cancel = probe.envelope(task, new Control(ControlAction.CANCEL, "too late"));
        probe.send(probe.envelope(task, 2, holding("newer")));
        probe.hearProgress(task);
        probe.control(cancel);
        // The control queue is worked off in order: once the second one works, the first one has been heard.
        TaskId other = probe.start(order("wait"));
        probe.hearProgress(other);
        probe.cancel(other);
        TaskId third = probe.start(order("nothing"));
        probe.answer(third);
        release("newer");
        assertThat(probe.answer(task).payload()).isInstanceOf(ProcessingComplete.class);
    }

    @Test
    void aTaskThatNobodyWaitsForAnyMoreIsNotBegun() {
        TaskId holding = probe.hold("place");
        TaskId waiting = probe.start(order("wait"));
        probe.hearProgress(waiting);
        // Both places are taken: the next task begins only after the message that frees one has been heard.
        TaskId unwanted = newTask();
        List<TaskAttempt> attempts = List.of(new TaskAttempt(unwanted, 1), new TaskAttempt(waiting, 1));
        probe.control(probe.envelope(waiting, new Control(ControlAction.PAUSE, "paused", attempts)));
        int before = ProbeApplication.RUNS.get();
        probe.send(probe.envelope(unwanted, order("nothing")));
        TaskId wanted = probe.start(order("nothing"));
        probe.answer(wanted);
        assertThat(probe.heardAnswers(unwanted)).isZero();
        assertThat(ProbeApplication.RUNS.get() - before).isEqualTo(1);
        release("place");
        probe.answer(holding);
    }

    @Test
    void whatIsSaidLastIsToldAlsoWhereNothingFollows() {
        TaskId task = probe.start(order("chatter"));
        probe.hearSentence(task, "second");
        probe.cancel(task);
    }

    @Test
    void aResultThatFitsNoMessageIsAnError() {
        TaskId task = probe.start(order("large"));
        assertThat(((ErrorOccurred) probe.answer(task).payload()).error().code())
                .isEqualTo("RESULT_TOO_LARGE");
    }

    @Test
    void anUnderstoodErrorTravelsAsItIs() {
        TaskId task = probe.start(order("refuse"));
        ErrorDetail error = ((ErrorOccurred) probe.answer(task).payload()).error();
        assertThat(error.category()).isEqualTo(ErrorCategory.DATA);
        assertThat(error.code()).isEqualTo("PROBE_REFUSED");
        assertThat(error.context()).containsEntry("row", "3");
    }

    @Test
    void whatATaskAsksIsSentAndTheInstanceIsFreeAgain() {
        TaskId task = probe.start(order("ask"));
        probe.hear(e -> task.equals(e.taskId())
                && e.payload() instanceof RequestInput asked
                && asked.question().equals("Is 'note' sensitive?"));
        assertThat(probe.ofTask(task).stream()
                        .map(Envelope::payload)
                        .filter(RequestInput.class::isInstance)
                        .map(payload -> ((RequestInput) payload).question()))
                .containsExactly("Is 'ref' sensitive?", "Is 'note' sensitive?");
        TaskId other = probe.start(order("nothing"));
        probe.answer(other);
        assertThat(probe.heardAnswers(task)).isZero();
    }

    @Test
    void anUnexpectedErrorIsClassifiedAndKeepsItsTextToItself() {
        TaskId task = probe.start(order("crash"));
        ErrorDetail error = ((ErrorOccurred) probe.answer(task).payload()).error();
        assertThat(error.code()).isEqualTo("UNEXPECTED");
        assertThat(error.message()).doesNotContain("secret-value-of-a-person");
        assertThat(error.remedy()).isNotBlank();
    }

    @Test
    void anArtifactThatWasChangedIsRefused() throws IOException {
        ArtifactRef source = storeSource("genuine");
        ArtifactRef forged =
                new ArtifactRef(source.uri(), source.mediaType(), "0".repeat(64), source.bytes(), null, null);
        TaskId task = probe.start(order("copy", Map.of("source", List.of(forged))));
        assertThat(((ErrorOccurred) probe.answer(task).payload()).error().code())
                .isEqualTo("ARTIFACT_MISMATCH");
    }

    @Test
    void aTaskIsCancelledWhileItWaits() {
        TaskId task = probe.start(order("wait"));
        probe.hearProgress(task);
        probe.cancel(task);
        // The instance takes other tasks again, and nobody hears of the cancelled one.
        TaskId other = probe.start(order("nothing"));
        probe.answer(other);
        assertThat(probe.heardAnswers(task)).isZero();
    }

    @Test
    void whatIsNoTaskIsParkedWithItsReason() {
        template.send(
                "",
                QueueNames.task("probe"),
                new Message("no message".getBytes(StandardCharsets.UTF_8), new MessageProperties()));
        Message parked = null;
        for (long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000; parked == null && System.nanoTime() < end; ) {
            parked = template.receive(QueueNames.PARKING);
        }
        assertThat(parked).isNotNull();
        MessageProperties headers = Objects.requireNonNull(parked).getMessageProperties();
        assertThat(String.valueOf((Object) headers.getHeader(QueueNames.PARKED_REASON)))
                .contains("Not a message");
        assertThat(String.valueOf((Object) headers.getHeader(QueueNames.PARKED_QUEUE)))
                .isEqualTo(QueueNames.task("probe"));
    }

    private ArtifactRef storeSource(String text) throws IOException {
        Path file = directory.resolve("source.csv");
        Files.writeString(file, text);
        io.verisim.agent.Task task =
                new io.verisim.agent.Task(probe.workflow(), newTask(), 1, "probe", "test", Map.of(), Map.of());
        return new S3Artifacts(agent.getBean(S3Client.class), objects.bucket(), task, directory)
                .store("source.csv", "text/csv", file);
    }
}
