package io.verisim.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.home.LiveProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the servers when their process is killed. */
class KilledProcessTest {

    private static final int MESSAGES = 200;

    @TempDir
    Path home;

    @Test
    void theDatabaseLeftRunningIsStoppedWithoutAStart() throws Exception {
        EmbeddedServices.stopLeftOver(home);
        startAndKill();
        long left = postmaster();
        assertThat(ProcessHandle.of(left).filter(LiveProcess::runs)).isPresent();
        EmbeddedServices.stopLeftOver(home);
        assertThat(ProcessHandle.of(left).filter(LiveProcess::runs)).isEmpty();
        EmbeddedServices.stopLeftOver(home);
    }

    @Test
    void nothingConfirmedIsLostAndTheDatabaseLeftRunningIsTakenOver() throws Exception {
        startAndKill();
        long left = postmaster();
        assertThat(ProcessHandle.of(left))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());

        try (EmbeddedServices services = EmbeddedServices.start(home)) {
            assertThat(postmaster()).isNotEqualTo(left);
            assertThat(consume(services.connections().broker()))
                    .containsExactlyElementsOf(
                            IntStream.range(0, MESSAGES).mapToObj(i -> "m" + i).toList());
            assertThat(count(services.connections().orchestrator())).isEqualTo(1);
        }
        assertThat(ProcessHandle.of(left).filter(LiveProcess::runs)).isEmpty();
    }

    private void startAndKill() throws Exception {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("victim.log").toFile())
                .start();
        assertThat(victim.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue())
                .as(() -> read(home.resolve("victim.log")))
                .isEqualTo(Victim.EXIT);
    }

    @Test
    void aStaleProcessIdOfSomethingElseDoesNotPreventTheStart() throws Exception {
        EmbeddedServices.start(home).close();
        Path pidFile = home.resolve("postgres/data/postmaster.pid");
        Files.writeString(
                pidFile,
                ProcessHandle.current().pid() + "\n" + pidFile.getParent() + "\n1\n5432\n\n127.0.0.1\n  1 1\nready\n");
        try (EmbeddedServices services = EmbeddedServices.start(home)) {
            assertThat(services.connections().orchestrator().port()).isPositive();
        }
    }

    private long postmaster() throws Exception {
        return Long.parseLong(
                Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).getFirst());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int count(DatabaseConnection database) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<String> consume(BrokerConnection broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.uri());
        List<String> texts = new ArrayList<>();
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            for (GetResponse next = channel.basicGet("q", true); next != null; next = channel.basicGet("q", true)) {
                texts.add(new String(next.getBody(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Starts the servers, uses them, and drops dead without closing anything. */
    static final class Victim {

        static final int EXIT = 9;

        private Victim() {}

        public static void main(String[] args) throws Exception {
            @SuppressWarnings("resource") // that is the point
            ServiceConnections connections =
                    EmbeddedServices.start(Path.of(args[0])).connections();
            DatabaseConnection database = connections.orchestrator();
            var sql = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
            sql.createStatement().execute("CREATE TABLE kept AS SELECT 1 AS id");
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(connections.broker().uri());
            Channel channel = factory.newConnection().createChannel();
            channel.queueDeclare("q", true, false, false, null);
            channel.confirmSelect();
            for (int i = 0; i < MESSAGES; i++) {
                channel.basicPublish(
                        "", "q", MessageProperties.PERSISTENT_TEXT_PLAIN, ("m" + i).getBytes(StandardCharsets.UTF_8));
            }
            channel.waitForConfirmsOrDie(20_000);
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
