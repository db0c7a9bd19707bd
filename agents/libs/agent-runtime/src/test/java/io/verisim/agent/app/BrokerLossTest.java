package io.verisim.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.broker.BrokerOptions;
import io.verisim.embedded.broker.EmbeddedBroker;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.MessageId;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.Control;
import io.verisim.model.message.ControlAction;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.Payload;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.QueueNames;
import io.verisim.model.message.StatusKind;
import io.verisim.model.message.StatusUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;

/** On a broker of its own, which it stops and starts. */
@Timeout(120)
class BrokerLossTest {

    private static final WorkflowId WORKFLOW = new WorkflowId(UUID.randomUUID());
    private static final long PATIENCE_NANOS = Duration.ofSeconds(40).toNanos();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext agent;

    @SuppressWarnings("NullAway.Init")
    private CachingConnectionFactory connections;

    @SuppressWarnings("NullAway.Init")
    private RabbitTemplate template;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(new BrokerOptions(directory, 0, "tester", "secret"));
        BrokerConnection broken = broker.connection();
        agent = AgentMain.start(
                ProbeApplication.class,
                "probe",
                Map.ofEntries(
                        Map.entry("spring.config.location", "classpath:/verisim/agent-runtime.yml"),
                        Map.entry("VERISIM_RABBITMQ_PORT", String.valueOf(broken.port())),
                        Map.entry("VERISIM_RABBITMQ_USER", broken.username()),
                        Map.entry("VERISIM_RABBITMQ_PASSWORD", broken.password()),
                        Map.entry("VERISIM_RABBITMQ_VHOST", broken.virtualHost()),
                        Map.entry("VERISIM_S3_ENDPOINT", "http://127.0.0.1:9"),
                        Map.entry("VERISIM_S3_ACCESS_KEY", "unused"),
                        Map.entry("VERISIM_S3_SECRET_KEY", "unused"),
                        Map.entry("VERISIM_INSTANCE", "probe-1")));
        connections = new CachingConnectionFactory("127.0.0.1", broken.port());
        connections.setUsername(broken.username());
        connections.setPassword(broken.password());
        connections.setVirtualHost(broken.virtualHost());
        template = new RabbitTemplate(connections);
        template.setReceiveTimeout(300);
    }

    @AfterEach
    void stop() {
        agent.close();
        connections.destroy();
        broker.close();
    }

    private void restartBroker() {
        int port = broker.connection().port();
        broker.close();
        connections.resetConnection();
        broker = EmbeddedBroker.start(new BrokerOptions(directory, port, "tester", "secret"));
    }

    @Test
    void aTaskSurvivesTheLossOfItsBrokerIsDoneOnceAndAnswered() {
        int before = ProbeApplication.RUNS.get();
        TaskId task = hold("survivor");
        restartBroker();
        release("survivor");
        hear(e -> task.equals(e.taskId()) && e.payload() instanceof ProcessingComplete);
        assertThat(ProbeApplication.RUNS.get() - before).isEqualTo(1);
    }

    @Test
    void afterTheReturnOfItsBrokerAnAgentTakesTasksAndCancellations() {
        restartBroker();
        TaskId task = hold("cancelled");
        String control = QueueNames.control(AgentName.of("probe"), "probe-1");
        publish(control, envelope(task, new Control(ControlAction.CANCEL, "enough")));
        int running = ProbeApplication.RUNS.get();
        hold("next-1");
        hold("next-2"); // of two at once: the second begins only where the cancelled one has ended
        assertThat(ProbeApplication.RUNS.get()).isEqualTo(running + 2);
        release("next-1");
        release("next-2");
    }

    @Test
    void anAgentThatStopsGivesItsTaskBackWithinThreeSeconds() {
        TaskId task = hold("abandoned");
        long begin = System.nanoTime();
        agent.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        Message back = template.receive(QueueNames.task("probe"), 5_000);
        assertThat(back).isNotNull();
        assertThat(MessageCodec.decode(java.util.Objects.requireNonNull(back).getBody())
                        .taskId())
                .isEqualTo(task);
    }

    private TaskId hold(String name) {
        TaskId task = new TaskId(UUID.randomUUID());
        publish(
                QueueNames.task("probe"),
                envelope(task, new DataReady("probe", "test", Map.of("do", "hold", "name", name), Map.of())));
        hear(e -> task.equals(e.taskId()) && e.payload() instanceof StatusUpdate s && s.kind() == StatusKind.PROGRESS);
        return task;
    }

    private static void release(String name) {
        ProbeApplication.HELD
                .computeIfAbsent(name, any -> new CountDownLatch(1))
                .countDown();
    }

    private static Envelope envelope(TaskId task, Payload payload) {
        return new Envelope(
                new MessageId(UUID.randomUUID()),
                payload.type(),
                AgentName.ORCHESTRATOR,
                AgentName.of("probe"),
                WORKFLOW,
                task,
                1,
                null,
                Instant.now(),
                Envelope.SCHEMA_VERSION,
                payload);
    }

    private void publish(String queue, Envelope envelope) {
        MessageProperties properties = new MessageProperties();
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        template.send(QueueNames.COMMANDS, queue, new Message(MessageCodec.encode(envelope), properties));
    }

    private void hear(Predicate<Envelope> wanted) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() - end < 0) {
            Message message = receive();
            if (message != null && wanted.test(MessageCodec.decode(message.getBody()))) {
                return;
            }
        }
        throw new AssertionError("not heard");
    }

    private @org.jspecify.annotations.Nullable Message receive() {
        try {
            return template.receive(QueueNames.ORCHESTRATOR);
        } catch (AmqpException e) {
            return null; // not yet there again
        }
    }
}
