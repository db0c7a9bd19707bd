package io.verisim.distributor.app;

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
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** The distributor as it is deployed, on a real broker, object store and database. */
@Tag("services")
@ExtendWith(VerisimServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributorApplicationTest {

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final AgentName DISTRIBUTOR = AgentName.of(DistributorApplication.NAME);
    private static final TableSchema PEOPLE = new TableSchema(
            "people", List.of(ColumnSchema.of("id", ColumnType.INTEGER), ColumnSchema.of("name", ColumnType.TEXT)));

    private final ServiceConnections services;
    private final WorkflowId workflow = new WorkflowId(UUID.randomUUID());

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext agent;

    @SuppressWarnings("NullAway.Init")
    private RabbitTemplate template;

    DistributorApplicationTest(ServiceConnections services) {
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
        environment.put(
                "verisim.credentials.crm-db.url", services.target().loader().jdbcUrl());
        environment.put(
                "verisim.credentials.crm-db.username",
                services.target().loader().username());
        environment.put(
                "verisim.credentials.crm-db.password",
                services.target().loader().password());
        agent = AgentMain.start(DistributorApplication.class, DistributorApplication.NAME, environment);
        template = new RabbitTemplate(agent.getBean(CachingConnectionFactory.class));
        template.setReceiveTimeout(500);
    }

    @AfterAll
    void stopTheAgent() {
        agent.close();
    }

    @Test
    void aTaskLoadsTheChunksAndARepeatLoadsThemOnce() throws Exception {
        TaskId task = new TaskId(UUID.randomUUID());
        List<ArtifactRef> chunks = List.of(chunk("1,Ann\n2,Bo\n", 2), chunk("3,Cy\n", 1));
        Map<String, Object> settings =
                Map.of("name", "CRM", "type", "postgres", "credentials", "crm-db", "mode", "append");
        for (int attempt = 1; attempt <= 2; attempt++) {
            send(task, attempt, settings, chunks);
            ProcessingComplete done = (ProcessingComplete) answer(task, attempt);
            assertThat(done.facts())
                    .isEqualTo(Map.of("targets", List.of(Map.of("name", "CRM", "status", "LOADED", "records", 3))));
            assertThat(done.outputs()).containsKey("load_report");
            assertThat(names()).isEqualTo("Ann,Bo,Cy");
        }
    }

    @Test
    void credentialsThatAreNotSetAreAConfigurationError() throws Exception {
        TaskId task = new TaskId(UUID.randomUUID());
        send(task, 1, Map.of("name", "CRM", "type", "postgres", "credentials", "other"), List.of(chunk("1,Ann\n", 1)));
        ErrorOccurred error = (ErrorOccurred) answer(task, 1);
        assertThat(error.error().category()).isEqualTo(ErrorCategory.CONFIGURATION);
        assertThat(error.error().remedy()).contains("VERISIM_CREDENTIALS_OTHER_URL");
    }

    private String names() throws SQLException {
        var crm = services.target().crm();
        try (var connection = DriverManager.getConnection(crm.jdbcUrl(), crm.username(), crm.password());
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT string_agg(name, ',' ORDER BY id) FROM people")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private ArtifactRef chunk(String rows, long count) throws Exception {
        byte[] bytes = ("id,name\n" + rows).getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        String bucket = services.objects().bucket();
        String key = "workflows/" + workflow + "/chunk-" + sha256.substring(0, 8) + ".csv";
        agent.getBean(S3Client.class).putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        return new ArtifactRef(
                URI.create("s3://" + bucket + "/" + key), "text/csv", sha256, bytes.length, count, PEOPLE);
    }

    private void send(TaskId task, int attempt, Map<String, Object> parameters, List<ArtifactRef> chunks) {
        DataReady order = new DataReady("load", "distribute", parameters, Map.of("chunk", chunks));
        Envelope envelope = new Envelope(
                new MessageId(UUID.randomUUID()),
                order.type(),
                AgentName.ORCHESTRATOR,
                DISTRIBUTOR,
                workflow,
                task,
                attempt,
                null,
                Instant.now(),
                Envelope.SCHEMA_VERSION,
                order);
        template.send(
                QueueNames.COMMANDS,
                QueueNames.task("load"),
                new Message(MessageCodec.encode(envelope), new MessageProperties()));
    }

    private Payload answer(TaskId task, int attempt) {
        for (long end = System.nanoTime() + PATIENCE_NANOS; System.nanoTime() < end; ) {
            Message message = template.receive(QueueNames.ORCHESTRATOR);
            if (message != null) {
                Envelope envelope = MessageCodec.decode(message.getBody());
                Payload payload = envelope.payload();
                boolean ends = payload instanceof ProcessingComplete || payload instanceof ErrorOccurred;
                if (ends && task.equals(envelope.taskId()) && envelope.attempt() == attempt) {
                    return payload;
                }
            }
        }
        throw new AssertionError("No answer to task " + task);
    }
}
