package io.verisim.processor.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.agent.app.AgentMain;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.MessageId;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.Payload;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.QueueNames;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.context.ConfigurableApplicationContext;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The data processor as it is deployed, on a real broker and object store. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataProcessorApplicationTest {

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final ServiceConnections services;
    private final WorkflowId workflow = new WorkflowId(UUID.randomUUID());

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext agent;

    @SuppressWarnings("NullAway.Init")
    private RabbitTemplate template;

    DataProcessorApplicationTest(ServiceConnections services) {
        this.services = services;
    }

    @BeforeAll
    void startTheAgent() {
        Map<String, String> environment = new HashMap<>();
        environment.put("VERISIM_RABBITMQ_HOST", services.broker().host());
        environment.put(
                "VERISIM_RABBITMQ_PORT", String.valueOf(services.broker().port()));
        environment.put("VERISIM_RABBITMQ_USER", services.broker().username());
        environment.put("VERISIM_RABBITMQ_PASSWORD", services.broker().password());
        environment.put("VERISIM_RABBITMQ_VHOST", services.broker().virtualHost());
        environment.put("VERISIM_QUORUM", String.valueOf(services.broker().quorum()));
        environment.put("VERISIM_S3_ENDPOINT", services.objects().endpoint().toString());
        environment.put("VERISIM_S3_BUCKET", services.objects().bucket());
        environment.put("VERISIM_S3_ACCESS_KEY", services.objects().accessKey());
        environment.put("VERISIM_S3_SECRET_KEY", services.objects().secretKey());
        agent = AgentMain.start(DataProcessorApplication.class, DataProcessorApplication.NAME, environment);
        template = new RabbitTemplate(agent.getBean(CachingConnectionFactory.class));
        template.setReceiveTimeout(500);
    }

    @AfterAll
    void stopTheAgent() {
        agent.close();
    }

    @Test
    void aTaskOverTheBrokerYieldsProfileAndSensitivity() throws Exception {
        TaskId task = new TaskId(UUID.randomUUID());
        send(task, source("first_name,amount\nAnn,1.50\nBo,2.25\n"));
        ProcessingComplete done = (ProcessingComplete) answer(task);
        assertThat(done.facts())
                .extractingByKey("sensitivity", InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("fields", 2)
                .containsEntry("sensitive", 1);
        assertThat(done.outputs()).containsOnlyKeys("profile", "sensitivity");
    }

    @Test
    void aSourceThatIsNoTableIsADataError() throws Exception {
        TaskId task = new TaskId(UUID.randomUUID());
        send(task, source(""));
        ErrorOccurred error = (ErrorOccurred) answer(task);
        assertThat(error.error().category()).isEqualTo(ErrorCategory.DATA);
        assertThat(error.error().message()).contains("people.csv");
    }

    private ArtifactRef source(String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        String bucket = services.objects().bucket();
        String key = "workflows/" + workflow + "/" + sha256.substring(0, 8) + "/people.csv";
        agent.getBean(S3Client.class).putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        return new ArtifactRef(URI.create("s3://" + bucket + "/" + key), "text/csv", sha256, bytes.length, null, null);
    }

    private void send(TaskId task, ArtifactRef source) {
        DataReady order = new DataReady("profile", "profile", Map.of(), Map.of("source", List.of(source)));
        Envelope envelope = new Envelope(
                new MessageId(UUID.randomUUID()),
                order.type(),
                AgentName.ORCHESTRATOR,
                AgentName.of(DataProcessorApplication.NAME),
                workflow,
                task,
                1,
                null,
                Instant.now(),
                Envelope.SCHEMA_VERSION,
                order);
        template.send(
                QueueNames.COMMANDS,
                QueueNames.task("profile"),
                new Message(MessageCodec.encode(envelope), new MessageProperties()));
    }

    private Payload answer(TaskId task) {
        for (long end = System.nanoTime() + PATIENCE_NANOS; System.nanoTime() < end; ) {
            Message message = template.receive(QueueNames.ORCHESTRATOR);
            if (message != null) {
                Envelope envelope = MessageCodec.decode(message.getBody());
                Payload payload = envelope.payload();
                boolean ends = payload instanceof ProcessingComplete || payload instanceof ErrorOccurred;
                if (ends && task.equals(envelope.taskId())) {
                    return payload;
                }
            }
        }
        throw new AssertionError("No answer to task " + task);
    }
}
