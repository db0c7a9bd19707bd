package io.verisim.orchestrator.boot;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.CancelCallback;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DeliverCallback;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.MessageId;
import io.verisim.model.id.TimeOrderedIds;
import io.verisim.model.message.Control;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.FollowUp;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.Payload;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.QueueNames;
import io.verisim.model.message.StatusKind;
import io.verisim.model.message.StatusUpdate;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.orchestrator.objects.adapter.ObjectStoreProperties;
import io.verisim.orchestrator.objects.adapter.S3ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Agents of five names that do trivial work over real messages and objects; each behaviour can be replaced. */
final class TrivialAgents implements AutoCloseable {

    static final Map<String, List<String>> TASK_TYPES = Map.of(
            "data-processor", List.of("profile"),
            "synthesizer", List.of("fit", "sample", "detect", "evaluate", "gate"),
            "distributor", List.of("load"),
            "test-case-builder", List.of("build_tests"),
            "test-executor", List.of("execute_test", "publish_results"));

    private final IdSource ids = new TimeOrderedIds(Clock.systemUTC(), new Random(7));
    private final Connection connection;
    private final Channel publishing;
    private final S3ObjectStore objects;
    private final boolean quorum;
    private final Map<String, Function<Envelope, @Nullable Payload>> behaviours = new ConcurrentHashMap<>();
    private final Map<String, AgentName> alive = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private final List<Envelope> received = new CopyOnWriteArrayList<>();

    TrivialAgents(BrokerConnection broker, ObjectsConnection store) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.uri());
        this.quorum = broker.quorum();
        this.connection = factory.newConnection();
        this.publishing = connection.createChannel();
        this.objects = new S3ObjectStore(new ObjectStoreProperties(
                store.endpoint(), store.region(), store.bucket(), store.accessKey(), store.secretKey(), true));
        publishing.exchangeDeclare(QueueNames.COMMANDS, BuiltinExchangeType.DIRECT, true);
        publishing.exchangeDeclare(QueueNames.EVENTS, BuiltinExchangeType.TOPIC, true);
        declare(QueueNames.ORCHESTRATOR);
        publishing.queueBind(QueueNames.ORCHESTRATOR, QueueNames.EVENTS, "#");
        TASK_TYPES.values().forEach(types -> types.forEach(type -> behaviours.put(type, this::usual)));
    }

    private void declare(String queue) throws IOException {
        publishing.queueDeclare(queue, true, false, false, quorum ? Map.of("x-queue-type", "quorum") : null);
    }

    /** Starts one instance of each agent. */
    void start() throws IOException {
        for (String agent : TASK_TYPES.keySet()) {
            start(agent, agent + "-1");
        }
        heart.scheduleAtFixedRate(this::beat, 200, 200, TimeUnit.MILLISECONDS);
    }

    void start(String agent, String instance) throws IOException {
        List<String> types = TASK_TYPES.getOrDefault(agent, List.of());
        AgentName name = new AgentName(agent);
        Channel channel = connection.createChannel();
        channel.basicQos(4);
        String control = QueueNames.control(name, instance);
        channel.queueDeclare(control, false, false, true, null);
        channel.queueBind(control, QueueNames.COMMANDS, control);
        channel.basicConsume(control, true, collect(), ignored());
        for (String type : types) {
            declare(QueueNames.task(type));
            publishing.queueBind(QueueNames.task(type), QueueNames.COMMANDS, QueueNames.task(type));
            DeliverCallback work = (tag, delivery) -> {
                work(name, instance, MessageCodec.decode(delivery.getBody()));
                channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
            };
            channel.basicConsume(QueueNames.task(type), false, work, ignored());
        }
        announce(name, instance, StatusKind.ONLINE);
        alive.put(instance, name);
    }

    private void beat() {
        try {
            for (Map.Entry<String, AgentName> one : alive.entrySet()) {
                announce(one.getValue(), one.getKey(), StatusKind.HEARTBEAT);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an instance beats. */
    void beats(String agent, String instance, boolean yes) {
        if (yes) {
            alive.put(instance, new AgentName(agent));
        } else {
            alive.remove(instance);
        }
    }

    private static CancelCallback ignored() {
        return tag -> {};
    }

    private DeliverCallback collect() {
        return (tag, delivery) -> received.add(MessageCodec.decode(delivery.getBody()));
    }

    void announce(AgentName name, String instance, StatusKind kind) throws IOException {
        List<TaskTypeInfo> types = TASK_TYPES.getOrDefault(name.value(), List.of()).stream()
                .map(type -> new TaskTypeInfo(type, "Does " + type + ".", Map.of("type", "object")))
                .toList();
        send(envelope(name, null, new StatusUpdate(kind, instance, "test", null, null, null, types)));
    }

    /** Replaces what is done for a task type; an answer of null is silence. */
    void on(String taskType, Function<Envelope, @Nullable Payload> behaviour) {
        behaviours.put(taskType, behaviour);
    }

    /** What agents were sent, oldest first. */
    List<Envelope> received() {
        return List.copyOf(received);
    }

    List<Envelope> received(String taskType) {
        return received.stream()
                .filter(envelope -> envelope.payload() instanceof DataReady order
                        && order.taskType().equals(taskType))
                .toList();
    }

    List<Envelope> controls() {
        return received.stream()
                .filter(envelope -> envelope.payload() instanceof Control)
                .toList();
    }

    private void work(AgentName name, String instance, Envelope envelope) throws IOException {
        received.add(envelope);
        DataReady order = (DataReady) envelope.payload();
        send(envelope(name, envelope, status(StatusKind.ACCEPTED, instance, null)));
        send(envelope(name, envelope, status(StatusKind.PROGRESS, instance, "Doing " + order.taskType())));
        Function<Envelope, @Nullable Payload> behaviour = behaviours.getOrDefault(order.taskType(), this::usual);
        Payload answer = behaviour.apply(envelope);
        if (answer != null) {
            send(envelope(name, envelope, answer));
        }
    }

    static StatusUpdate status(StatusKind kind, String instance, @Nullable String sentence) {
        return new StatusUpdate(kind, instance, "test", sentence, sentence == null ? null : 1L, null, List.of());
    }

    Envelope envelope(AgentName name, @Nullable Envelope cause, Payload payload) {
        return new Envelope(
                new MessageId(ids.next()),
                payload.type(),
                name,
                AgentName.ORCHESTRATOR,
                cause == null ? null : cause.correlationId(),
                cause == null ? null : cause.taskId(),
                cause == null ? 0 : cause.attempt(),
                cause == null ? null : cause.id(),
                Clock.systemUTC().instant(),
                Envelope.SCHEMA_VERSION,
                payload);
    }

    void send(Envelope envelope) throws IOException {
        sendRaw(QueueNames.event(envelope.type(), envelope.sender()), MessageCodec.encode(envelope));
    }

    void sendRaw(String routingKey, byte[] body) throws IOException {
        synchronized (publishing) {
            publishing.basicPublish(
                    QueueNames.EVENTS,
                    routingKey,
                    new AMQP.BasicProperties.Builder().deliveryMode(2).build(),
                    body);
        }
    }

    /** What a good agent answers: artifacts in every role, follow-ups where the pipeline wants them, facts. */
    Payload usual(Envelope envelope) {
        DataReady order = (DataReady) envelope.payload();
        Map<String, List<ArtifactRef>> outputs = new LinkedHashMap<>();
        for (String role : roles(order)) {
            outputs.put(role, List.of(store(envelope, role)));
        }
        return new ProcessingComplete(
                order.taskType(), outputs, followUps(envelope, order), Map.of("rows", 10.0), facts(order), List.of());
    }

    private static List<String> roles(DataReady order) {
        return switch (order.taskType()) {
            case "profile" -> List.of("profile", "sensitivity");
            case "fit" -> List.of("model");
            case "sample" -> List.of("chunk");
            case "detect" -> List.of("detector");
            case "evaluate" -> List.of("quality", "privacy", "manifest");
            case "gate" -> List.of();
            case "load" ->
                "file".equals(order.parameters().get("type"))
                        ? List.of("load_report", "dataset")
                        : List.of("load_report");
            case "build_tests" -> List.of("plans", "bindings");
            case "execute_test" -> List.of("result");
            default -> List.of("junit", "report");
        };
    }

    private List<FollowUp> followUps(Envelope envelope, DataReady order) {
        return switch (order.taskType()) {
            case "fit" ->
                List.of(
                        new FollowUp("chunk-00000", Map.of("firstBlock", 0, "blocks", 1), Map.of()),
                        new FollowUp("chunk-00001", Map.of("firstBlock", 1, "blocks", 1), Map.of()));
            case "build_tests" ->
                List.of(
                        new FollowUp(
                                "TEL-1", Map.of("testId", "TEL-1"), Map.of("plan", List.of(store(envelope, "plan-1")))),
                        new FollowUp(
                                "TEL-2", Map.of("testId", "TEL-2"), Map.of("plan", List.of(store(envelope, "plan-2")))),
                        new FollowUp(
                                "TEL-3",
                                Map.of("testId", "TEL-3"),
                                Map.of("plan", List.of(store(envelope, "plan-3")))));
            default -> List.of();
        };
    }

    private static Map<String, Object> facts(DataReady order) {
        return switch (order.taskType()) {
            case "profile" -> Map.of("sensitivity", Map.of("fields", 3, "sensitive", 1));
            case "evaluate" ->
                Map.of(
                        "synthetic",
                        Map.of("rows", 10, "model", "latent_mixture", "quality", Map.of("overallAllPairs", 0.97)));
            case "detect" -> Map.of("synthetic", Map.of("quality", Map.of("treeDetectorAuc", 0.55)));
            case "load" ->
                Map.of(
                        "targets",
                        List.of(Map.of(
                                "name",
                                String.valueOf(order.parameters().get("name")),
                                "status",
                                "LOADED",
                                "records",
                                10)));
            case "publish_results" ->
                Map.of(
                        "tests", Map.of("total", 3, "passed", 2, "failed", 1, "error", 0, "skipped", 0),
                        "jira", Map.of("commented", List.of("TEL-1"), "bugs", List.of("TEL-9")),
                        "sandbox", "bubblewrap");
            default -> Map.of();
        };
    }

    ArtifactRef store(Envelope envelope, String role) {
        DataReady order = (DataReady) envelope.payload();
        boolean html = role.equals("report");
        byte[] content = (html ? "<!doctype html><title>Report</title>" : "{\"role\":\"" + role + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        String mediaType = html ? "text/html" : "application/json";
        String key = "workflows/" + envelope.correlationId() + "/" + order.stage() + "/" + envelope.taskId() + "/"
                + role + (html ? ".html" : ".json");
        URI uri = objects.put(key, mediaType, content.length, () -> new ByteArrayInputStream(content));
        return new ArtifactRef(uri, mediaType, sha256(content), content.length, null, null);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException, TimeoutException {
        heart.shutdownNow();
        try {
            connection.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            objects.close();
        }
    }
}
