package io.verisim.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.MessageId;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.Control;
import io.verisim.model.message.ControlAction;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.Payload;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
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
    private static final WorkflowId WORKFLOW = new WorkflowId(UUID.randomUUID());

    private final BrokerConnection broker;
    private final ObjectsConnection objects;
    private final List<Envelope> heard = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext agent;

    @SuppressWarnings("NullAway.Init")
    private RabbitTemplate template;

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
                        Map.entry("VERISIM_INSTANCE", "probe-1")));
        CachingConnectionFactory factory = agent.getBean(CachingConnectionFactory.class);
        template = new RabbitTemplate(factory);
        template.setReceiveTimeout(500);
    }

    @AfterAll
    void stopTheAgent() {
        agent.close();
    }

    @Test
    void anAgentAnnouncesItselfWithWhatItCanDo() {
        StatusUpdate online =
                (StatusUpdate) hear(e -> e.payload() instanceof StatusUpdate s && s.kind() == StatusKind.ONLINE)
                        .payload();
        assertThat(online.instance()).isEqualTo("probe-1");
        assertThat(online.taskTypes())
                .singleElement()
                .satisfies(type -> assertThat(type.taskType()).isEqualTo("probe"));
    }

    @Test
    void aTaskIsAcceptedReportedOnAndCompletedWithItsArtifacts() throws IOException {
        TaskId task = newTask();
        send(order(task, "copy", Map.of("source", List.of(storeSource("hello")))));
        Envelope done = answer(task);
        ProcessingComplete result = (ProcessingComplete) done.payload();
        ArtifactRef copy = Objects.requireNonNull(result.outputs().get("copy")).getFirst();
        assertThat(copy.uri().toString()).contains(WORKFLOW + "/test/" + task);
        assertThat(result.metrics()).containsEntry("lines", 100.0);
        assertThat(done.causationId()).isNotNull();
        // What needs no confirm goes its own way: it may arrive after the result.
        hear(e -> task.equals(e.taskId()) && e.payload() instanceof StatusUpdate s && s.kind() == StatusKind.ACCEPTED);
        hear(e -> task.equals(e.taskId())
                && e.payload() instanceof StatusUpdate s
                && "copying line 100".equals(s.sentence()));
        List<StatusUpdate> progress = ofTask(task).stream()
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
        Envelope order = order(task, "nothing", Map.of());
        send(order);
        answer(task);
        send(order);
        hear(e -> task.equals(e.taskId()) && e.payload() instanceof ProcessingComplete && heardAnswers(task) >= 2);
        assertThat(ProbeApplication.RUNS.get() - before).isEqualTo(1);
    }

    @Test
    void aTaskThatComesAgainWhileItRunsIsNotDoneASecondTime() {
        int before = ProbeApplication.RUNS.get();
        TaskId task = newTask();
        Envelope order =
                envelope(task, new DataReady("probe", "test", Map.of("do", "hold", "name", "twice"), Map.of()));
        send(order);
        send(order);
        hear(e -> task.equals(e.taskId()) && e.payload() instanceof StatusUpdate s && s.kind() == StatusKind.PROGRESS);
        ProbeApplication.HELD
                .computeIfAbsent("twice", any -> new CountDownLatch(1))
                .countDown();
        hear(e -> task.equals(e.taskId()) && isAnswer(e) && heardAnswers(task) >= 2);
        assertThat(ProbeApplication.RUNS.get() - before).isEqualTo(1);
    }

    @Test
    void aTaskThatRanOutOfMemoryHasTheInstanceToItselfTheNextTime() {
        TaskId full = newTask();
        send(order(full, "fill", Map.of()));
        assertThat(((ErrorOccurred) answer(full).payload()).error().category()).isEqualTo(ErrorCategory.RESOURCE);
        TaskId other = newTask();
        send(envelope(other, new DataReady("probe", "test", Map.of("do", "hold", "name", "beside"), Map.of())));
        hear(e -> other.equals(e.taskId()) && e.payload() instanceof StatusUpdate s && s.kind() == StatusKind.PROGRESS);
        Map<String, Object> alone = Map.of("do", "nothing", "resources", Map.of("batchDivisor", 2));
        send(envelope(full, 2, new DataReady("probe", "test", alone, Map.of())));
        hearTheHeartBeat();
        ProbeApplication.HELD
                .computeIfAbsent("beside", any -> new CountDownLatch(1))
                .countDown();
        hear(e -> full.equals(e.taskId()) && e.payload() instanceof ProcessingComplete);
        // Results travel on connections of their own, so that their order tells nothing.
        assertThat(ProbeApplication.ENDED.stream().filter(List.of(other, full)::contains))
                .containsExactly(full, other, full);
    }

    @Test
    void aCancellationOfAnOlderAttemptLeavesANewerOneAlone() {
        TaskId task = newTask();
        Envelope cancel = envelope(task, new Control(ControlAction.CANCEL, "too late"));
        send(envelope(task, 2, new DataReady("probe", "test", Map.of("do", "hold", "name", "newer"), Map.of())));
        hear(e -> task.equals(e.taskId()) && e.payload() instanceof StatusUpdate s && s.kind() == StatusKind.PROGRESS);
        publish(QueueNames.control(AgentName.of("probe"), "probe-1"), cancel);
        // The control queue is worked off in order: once the second one works, the first one has been heard.
        TaskId other = newTask();
        send(order(other, "wait", Map.of()));
        hear(e -> other.equals(e.taskId()) && e.payload() instanceof StatusUpdate s && s.kind() == StatusKind.PROGRESS);
        publish(
                QueueNames.control(AgentName.of("probe"), "probe-1"),
                envelope(other, new Control(ControlAction.CANCEL, "enough")));
        TaskId third = newTask();
        send(order(third, "nothing", Map.of()));
        answer(third);
        ProbeApplication.HELD
                .computeIfAbsent("newer", any -> new CountDownLatch(1))
                .countDown();
        assertThat(answer(task).payload()).isInstanceOf(ProcessingComplete.class);
    }

    @Test
    void aTaskThatNobodyWaitsForAnyMoreIsNotBegun() {
        TaskId holding = newTask();
        TaskId waiting = newTask();
        send(envelope(holding, new DataReady("probe", "test", Map.of("do", "hold", "name", "place"), Map.of())));
        send(order(waiting, "wait", Map.of()));
        for (TaskId task : List.of(holding, waiting)) {
            hear(e -> task.equals(e.taskId())
                    && e.payload() instanceof StatusUpdate s
                    && s.kind() == StatusKind.PROGRESS);
        }
        // Both places are taken: the next task begins only after the message that frees one has been heard.
        TaskId unwanted = newTask();
        List<TaskAttempt> attempts = List.of(new TaskAttempt(unwanted, 1), new TaskAttempt(waiting, 1));
        publish(
                QueueNames.control(AgentName.of("probe"), "probe-1"),
                envelope(waiting, new Control(ControlAction.PAUSE, "paused", attempts)));
        int before = ProbeApplication.RUNS.get();
        send(order(unwanted, "nothing", Map.of()));
        TaskId wanted = newTask();
        send(order(wanted, "nothing", Map.of()));
        answer(wanted);
        assertThat(heardAnswers(unwanted)).isZero();
        assertThat(ProbeApplication.RUNS.get() - before).isEqualTo(1);
        ProbeApplication.HELD
                .computeIfAbsent("place", any -> new CountDownLatch(1))
                .countDown();
        answer(holding);
    }

    @Test
    void whatIsSaidLastIsToldAlsoWhereNothingFollows() {
        TaskId task = newTask();
        send(order(task, "chatter", Map.of()));
        hear(e -> task.equals(e.taskId()) && e.payload() instanceof StatusUpdate s && "second".equals(s.sentence()));
        publish(
                QueueNames.control(AgentName.of("probe"), "probe-1"),
                envelope(task, new Control(ControlAction.CANCEL, "enough")));
    }

    @Test
    void aResultThatFitsNoMessageIsAnError() {
        TaskId task = newTask();
        send(order(task, "large", Map.of()));
        assertThat(((ErrorOccurred) answer(task).payload()).error().code()).isEqualTo("RESULT_TOO_LARGE");
    }

    @Test
    void anUnderstoodErrorTravelsAsItIs() {
        TaskId task = newTask();
        send(order(task, "refuse", Map.of()));
        ErrorDetail error = ((ErrorOccurred) answer(task).payload()).error();
        assertThat(error.category()).isEqualTo(ErrorCategory.DATA);
        assertThat(error.code()).isEqualTo("PROBE_REFUSED");
        assertThat(error.context()).containsEntry("row", "3");
    }

    @Test
    void whatATaskAsksIsSentAndTheInstanceIsFreeAgain() {
        TaskId task = newTask();
        send(order(task, "ask", Map.of()));
        hear(e -> task.equals(e.taskId())
                && e.payload() instanceof RequestInput asked
                && asked.question().equals("Is 'note' sensitive?"));
        assertThat(ofTask(task).stream()
                        .map(Envelope::payload)
                        .filter(RequestInput.class::isInstance)
                        .map(payload -> ((RequestInput) payload).question()))
                .containsExactly("Is 'ref' sensitive?", "Is 'note' sensitive?");
        TaskId other = newTask();
        send(order(other, "nothing", Map.of()));
        answer(other);
        assertThat(heardAnswers(task)).isZero();
    }

    @Test
    void anUnexpectedErrorIsClassifiedAndKeepsItsTextToItself() {
        TaskId task = newTask();
        send(order(task, "crash", Map.of()));
        ErrorDetail error = ((ErrorOccurred) answer(task).payload()).error();
        assertThat(error.code()).isEqualTo("UNEXPECTED");
        assertThat(error.message()).doesNotContain("secret-value-of-a-person");
        assertThat(error.remedy()).isNotBlank();
    }

    @Test
    void anArtifactThatWasChangedIsRefused() throws IOException {
        ArtifactRef source = storeSource("genuine");
        ArtifactRef forged =
                new ArtifactRef(source.uri(), source.mediaType(), "0".repeat(64), source.bytes(), null, null);
        TaskId task = newTask();
        send(order(task, "copy", Map.of("source", List.of(forged))));
        assertThat(((ErrorOccurred) answer(task).payload()).error().code()).isEqualTo("ARTIFACT_MISMATCH");
    }

    @Test
    void aTaskIsCancelledWhileItWaits() {
        TaskId task = newTask();
        send(order(task, "wait", Map.of()));
        hear(e -> task.equals(e.taskId()) && e.payload() instanceof StatusUpdate s && s.kind() == StatusKind.PROGRESS);
        publish(
                QueueNames.control(AgentName.of("probe"), "probe-1"),
                envelope(task, new Control(ControlAction.CANCEL, "enough")));
        // The instance takes other tasks again, and nobody hears of the cancelled one.
        TaskId other = newTask();
        send(order(other, "nothing", Map.of()));
        answer(other);
        assertThat(heardAnswers(task)).isZero();
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
                new io.verisim.agent.Task(WORKFLOW, newTask(), 1, "probe", "test", Map.of(), Map.of());
        return new S3Artifacts(agent.getBean(S3Client.class), objects.bucket(), task, directory)
                .store("source.csv", "text/csv", file);
    }

    private static TaskId newTask() {
        return new TaskId(UUID.randomUUID());
    }

    private static Envelope order(TaskId task, String what, Map<String, List<ArtifactRef>> inputs) {
        return envelope(task, new DataReady("probe", "test", Map.of("do", what), inputs));
    }

    private static Envelope envelope(TaskId task, Payload payload) {
        return envelope(task, 1, payload);
    }

    private static Envelope envelope(TaskId task, int attempt, Payload payload) {
        return new Envelope(
                new MessageId(UUID.randomUUID()),
                payload.type(),
                AgentName.ORCHESTRATOR,
                AgentName.of("probe"),
                WORKFLOW,
                task,
                attempt,
                null,
                Instant.now(),
                Envelope.SCHEMA_VERSION,
                payload);
    }

    /** Lets two heartbeats pass, so that what was sent before has long been taken. */
    private void hearTheHeartBeat() {
        for (int beat = 0; beat < 2; beat++) {
            heard.removeIf(AgentRuntimeTest::isHeartbeat);
            hear(AgentRuntimeTest::isHeartbeat);
        }
    }

    private static boolean isHeartbeat(Envelope e) {
        return e.payload() instanceof StatusUpdate s && s.kind() == StatusKind.HEARTBEAT;
    }

    private void send(Envelope order) {
        publish(QueueNames.task("probe"), order);
    }

    private void publish(String queue, Envelope envelope) {
        template.send(QueueNames.COMMANDS, queue, new Message(MessageCodec.encode(envelope), new MessageProperties()));
    }

    private Envelope answer(TaskId task) {
        return hear(e -> task.equals(e.taskId()) && isAnswer(e));
    }

    private static boolean isAnswer(Envelope e) {
        return e.payload() instanceof ProcessingComplete || e.payload() instanceof ErrorOccurred;
    }

    private long heardAnswers(TaskId task) {
        return ofTask(task).stream().filter(AgentRuntimeTest::isAnswer).count();
    }

    private List<Envelope> ofTask(TaskId task) {
        return heard.stream().filter(e -> task.equals(e.taskId())).toList();
    }

    private Envelope hear(Predicate<Envelope> wanted) {
        for (Envelope earlier : heard) {
            if (wanted.test(earlier)) {
                return earlier;
            }
        }
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (System.nanoTime() < end) {
            Message message = template.receive(QueueNames.ORCHESTRATOR);
            if (message != null) {
                Envelope envelope = MessageCodec.decode(message.getBody());
                heard.add(envelope);
                if (wanted.test(envelope)) {
                    return envelope;
                }
            }
        }
        throw new AssertionError("not heard within " + PATIENCE_MILLIS + " ms; heard " + heard);
    }
}
