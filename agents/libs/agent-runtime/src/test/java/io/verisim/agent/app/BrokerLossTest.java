package io.verisim.agent.app;

import static io.verisim.agent.app.Conversation.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.embedded.broker.BrokerOptions;
import io.verisim.embedded.broker.EmbeddedBroker;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.model.id.TaskId;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.QueueNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;

/** On a broker of its own, which it stops and starts. */
@Timeout(120)
class BrokerLossTest {

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

    @SuppressWarnings("NullAway.Init")
    private Conversation probe;

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
                        Map.entry("VERISIM_INSTANCE", Conversation.INSTANCE)));
        connections = new CachingConnectionFactory("127.0.0.1", broken.port());
        connections.setUsername(broken.username());
        connections.setPassword(broken.password());
        connections.setVirtualHost(broken.virtualHost());
        template = new RabbitTemplate(connections);
        template.setReceiveTimeout(300);
        probe = new Conversation(template);
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
        TaskId task = probe.hold("survivor");
        restartBroker();
        release("survivor");
        assertThat(probe.answer(task).payload()).isInstanceOf(ProcessingComplete.class);
        assertThat(ProbeApplication.RUNS.get() - before).isEqualTo(1);
    }

    @Test
    void afterTheReturnOfItsBrokerAnAgentTakesTasksAndCancellations() {
        restartBroker();
        TaskId task = probe.hold("cancelled");
        probe.cancel(task);
        int running = ProbeApplication.RUNS.get();
        probe.hold("next-1");
        probe.hold("next-2"); // of two at once: the second begins only where the cancelled one has ended
        assertThat(ProbeApplication.RUNS.get()).isEqualTo(running + 2);
        release("next-1");
        release("next-2");
    }

    @Test
    void anAgentThatStopsGivesItsTaskBackWithinThreeSeconds() {
        TaskId task = probe.hold("abandoned");
        long begin = System.nanoTime();
        agent.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
        Message back = template.receive(QueueNames.task("probe"), 5_000);
        assertThat(back).isNotNull();
        assertThat(MessageCodec.decode(java.util.Objects.requireNonNull(back).getBody())
                        .taskId())
                .isEqualTo(task);
    }
}
