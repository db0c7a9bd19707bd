package io.verisim.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.model.error.VerisimException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class EmbeddedServicesTest {

    @TempDir
    Path home;

    @Test
    void messagesRowsAndObjectsSurviveARestart() throws Exception {
        try (EmbeddedServices services = EmbeddedServices.start(home)) {
            ServiceConnections connections = services.connections();
            publish(connections.broker(), "kept");
            execute(connections.orchestrator(), "CREATE TABLE kept AS SELECT 42 AS answer");
            put(connections.objects(), "kept.txt", "kept too");
        }
        try (EmbeddedServices services = EmbeddedServices.start(home)) {
            ServiceConnections connections = services.connections();
            assertThat(consume(connections.broker())).isEqualTo("kept");
            assertThat(value(connections.orchestrator(), "SELECT answer FROM kept"))
                    .isEqualTo("42");
            assertThat(get(connections.objects(), "kept.txt")).isEqualTo("kept too");
        }
    }

    @Test
    void rolesCannotCrossDatabasesAndWrongPasswordsAreRefused() throws Exception {
        try (EmbeddedServices services = EmbeddedServices.start(home)) {
            ServiceConnections c = services.connections();
            DatabaseConnection orchestrator = c.orchestrator();
            DatabaseConnection loader = c.target().loader();
            DatabaseConnection crm = c.target().crm();
            for (DatabaseConnection intruder : List.of(
                    loader.withDatabase(orchestrator.database()),
                    crm.withDatabase(orchestrator.database()),
                    orchestrator.withDatabase(loader.database()))) {
                assertThatThrownBy(() -> value(intruder, "SELECT 1")).hasMessageContaining("permission denied");
            }
            for (DatabaseConnection known : List.of(
                    orchestrator, loader, crm, loader.withRole("postgres", "").withDatabase("postgres"))) {
                assertThatThrownBy(() -> value(known.withRole(known.username(), "wrong"), "SELECT 1"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            }
            assertThat(loader.password()).isNotEqualTo(crm.password()).isNotEqualTo(orchestrator.password());
            crmReadsAndEditsWhatTheLoaderMakes(loader, crm);
            wrongSecretsOfTheOthersAreRefused(c);
        }
    }

    private static void crmReadsAndEditsWhatTheLoaderMakes(DatabaseConnection loader, DatabaseConnection crm)
            throws SQLException {
        execute(loader, "CREATE TABLE customer (id int, name text)");
        execute(crm, "INSERT INTO customer VALUES (1, 'a'), (2, 'b')");
        execute(crm, "UPDATE customer SET name = 'c' WHERE id = 1");
        execute(crm, "DELETE FROM customer WHERE id = 2");
        assertThat(value(crm, "SELECT string_agg(name, ',') FROM customer")).isEqualTo("c");
        assertThatThrownBy(() -> execute(crm, "CREATE TABLE mine (id int)")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(crm, "DROP TABLE customer")).hasMessageContaining("must be owner");
    }

    private static void wrongSecretsOfTheOthersAreRefused(ServiceConnections c) {
        BrokerConnection b = c.broker();
        assertThatThrownBy(() -> publish(
                        new BrokerConnection(b.host(), b.port(), b.virtualHost(), "guest", "guest", false), "no"))
                .isInstanceOf(com.rabbitmq.client.PossibleAuthenticationFailureException.class);
        ObjectsConnection o = c.objects();
        assertThatThrownBy(() -> put(
                        new ObjectsConnection(o.endpoint(), o.region(), o.accessKey(), "wrong", o.bucket()), "x", "y"))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }

    @Test
    void secretsAreGeneratedForEachHomeAndReadByTheOwnerOnly() throws Exception {
        ServiceConnections connections;
        try (EmbeddedServices services = EmbeddedServices.start(home)) {
            connections = services.connections();
            assertThat(services.toString()).doesNotContain(connections.broker().password());
            assertThat(services.toString()).doesNotContain(connections.objects().secretKey());
            assertThat(services.toString())
                    .doesNotContain(connections.orchestrator().password());
        }
        Path secrets = home.resolve("secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        Path file = secrets.resolve("embedded.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains(connections.broker().password());
        try (Stream<Path> all = Files.walk(home.resolve("broker"))) {
            assertThat(all.filter(p -> p.toString().endsWith(".json"))).isEmpty();
        }
    }

    @Test
    void aSecondInstanceOnTheSameHomeIsRefused() {
        try (EmbeddedServices first = EmbeddedServices.start(home)) {
            assertThat(first.connections()).isNotNull();
            assertThatThrownBy(() -> EmbeddedServices.start(home))
                    .isInstanceOfSatisfying(
                            VerisimException.class,
                            e -> assertThat(e.detail().code()).isEqualTo("HOME_IN_USE"));
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingIsLeftRunning(@TempDir Path other) throws Exception {
        try (EmbeddedServices first = EmbeddedServices.start(home)) {
            ServiceConnections c = first.connections();
            for (ServicePorts taken : List.of(
                    new ServicePorts(c.broker().port(), 0, 0),
                    new ServicePorts(0, c.orchestrator().port(), 0),
                    new ServicePorts(0, 0, c.objects().endpoint().getPort()))) {
                assertThatThrownBy(() -> EmbeddedServices.start(other, taken))
                        .isInstanceOfSatisfying(
                                VerisimException.class,
                                e -> assertThat(e.detail().code()).isEqualTo("PORT_TAKEN"));
                assertThat(other.resolve("postgres/data/postmaster.pid")).doesNotExist();
            }
        }
        EmbeddedServices.start(other).close();
    }

    private static void publish(BrokerConnection broker, String text) throws Exception {
        try (Connection connection = factory(broker).newConnection();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare("durable", true, false, false, null);
            channel.confirmSelect();
            channel.basicPublish(
                    "",
                    "durable",
                    true,
                    MessageProperties.PERSISTENT_TEXT_PLAIN,
                    text.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    private static String consume(BrokerConnection broker) throws Exception {
        try (Connection connection = factory(broker).newConnection();
                Channel channel = connection.createChannel()) {
            GetResponse response = channel.basicGet("durable", true);
            return new String(response.getBody(), StandardCharsets.UTF_8);
        }
    }

    private static ConnectionFactory factory(BrokerConnection broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.uri());
        return factory;
    }

    private static void execute(DatabaseConnection database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(DatabaseConnection database, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void put(ObjectsConnection objects, String key, String text) {
        try (S3Client s3 = client(objects)) {
            s3.putObject(b -> b.bucket(objects.bucket()).key(key), RequestBody.fromString(text));
        }
    }

    private static String get(ObjectsConnection objects, String key) {
        try (S3Client s3 = client(objects)) {
            return s3.getObjectAsBytes(b -> b.bucket(objects.bucket()).key(key)).asUtf8String();
        }
    }

    private static S3Client client(ObjectsConnection objects) {
        return S3Client.builder()
                .endpointOverride(objects.endpoint())
                .region(Region.of(objects.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(objects.accessKey(), objects.secretKey())))
                .build();
    }
}
