package io.verisim.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.model.error.VerisimException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("services")
@ExtendWith(VerisimServices.class)
class VerisimServicesTest {

    private final TestServices services;

    VerisimServicesTest(TestServices services) {
        this.services = services;
    }

    @Test
    void constructorAndMethodParametersAreGiven(TestServices parameter, ServiceConnections fresh) {
        assertThat(services).isSameAs(parameter);
        assertThat(fresh.broker().virtualHost())
                .isNotEqualTo(services.freshVirtualHost().virtualHost());
        assertThat(fresh.objects().bucket()).isNotEqualTo(services.freshBucket().bucket());
    }

    @Test
    void eachDatabaseIsEmptyAndClosedToOthers() throws Exception {
        DatabaseConnection mine = services.freshDatabase();
        DatabaseConnection other = services.freshDatabase();
        create(mine, "t");
        create(other, "t");
        assertThatThrownBy(() -> create(mine.withDatabase(other.database()), "u"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void virtualHostsAreSeparate() throws Exception {
        BrokerConnection mine = services.freshVirtualHost();
        BrokerConnection other = services.freshVirtualHost();
        try (Connection a = connect(mine);
                Connection b = connect(other)) {
            Channel first = a.createChannel();
            first.queueDeclare("q", true, false, false, mine.quorum() ? Map.of("x-queue-type", "quorum") : null);
            assertThat(first.queueDeclarePassive("q").getQueue()).isEqualTo("q");
            Channel second = b.createChannel();
            assertThatThrownBy(() -> second.queueDeclarePassive("q")).isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void addressesComeFromPropertiesAndEnvironment() {
        Properties none = new Properties();
        assertThat(RequestedServices.from(none, Map.of()).broker()).isEmpty();
        assertThat(RequestedServices.from(none, Map.of()).administrator()).isEmpty();

        Properties usual = new Properties();
        usual.setProperty("verisim.services", "true");
        assertThat(RequestedServices.from(usual, Map.of()))
                .isEqualTo(new RequestedServices(
                        java.util.Optional.of(new BrokerConnection("127.0.0.1", 5672, "/", "guest", "guest", true)),
                        java.util.Optional.of(new DatabaseConnection("127.0.0.1", 5432, "postgres", "postgres", ""))));

        Map<String, String> named = Map.of(
                "VERISIM_TEST_RABBITMQ", "amqp://ann:p%40ss@mq:1234",
                "VERISIM_TEST_POSTGRES", "jdbc:postgresql://db:99/admin?user=bob&password=x");
        assertThat(RequestedServices.from(none, named).broker())
                .contains(new BrokerConnection("mq", 1234, "/", "ann", "p@ss", true));
        assertThat(RequestedServices.from(none, named).administrator())
                .contains(new DatabaseConnection("db", 99, "admin", "bob", "x"));
    }

    @Test
    void aRealServiceThatIsMissingFailsTheTest() {
        RequestedServices absent = RequestedServices.from(
                new Properties(),
                Map.of("VERISIM_TEST_RABBITMQ", "127.0.0.1:1", "VERISIM_TEST_POSTGRES", "127.0.0.1:1"));
        try (ServicePool pool = ServicePool.of(absent)) {
            assertThatThrownBy(pool::freshVirtualHost)
                    .isInstanceOf(VerisimException.class)
                    .hasMessageContaining("RabbitMQ at");
            assertThatThrownBy(() -> Databases.onServer(absent.administrator().orElseThrow())
                            .database("x"))
                    .isInstanceOf(VerisimException.class)
                    .hasMessageContaining("PostgreSQL at");
        }
    }

    private static Connection connect(BrokerConnection broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.uri());
        return factory.newConnection();
    }

    private static void create(DatabaseConnection database, String table) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (id int)");
        }
    }
}
