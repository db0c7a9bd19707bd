package io.verisim.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.cli.CommandFailure;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.connection.TargetDatabase;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    private static final DatabaseConnection DATABASE =
            new DatabaseConnection("127.0.0.1", 5432, "verisim", "orchestrator", "secret");
    private static final DatabaseConnection CRM =
            DATABASE.withDatabase("target").withRole("crm", "other");
    private static final Services SERVICES = new Services(
            new ServiceConnections(
                    new BrokerConnection("127.0.0.1", 5672, "/", "verisim", "secret", false),
                    DATABASE,
                    new TargetDatabase(DATABASE.withDatabase("target"), CRM),
                    new ObjectsConnection(
                            URI.create("http://127.0.0.1:9000"), "us-east-1", "key", "secret", "verisim")),
            URI.create("http://127.0.0.1:8081/"),
            "user",
            "token",
            URI.create("http://127.0.0.1:8082/"),
            "tester",
            "password");

    @Test
    void whatIsNotNamedIsReachedWhereItIs() {
        assertThat(Reach.directly().of(SERVICES)).isEqualTo(SERVICES);
    }

    @Test
    void whatIsNamedIsReachedThereWithTheSameCredentials() {
        Services reached = Reach.of(
                        Map.of("broker", "proxy:1", "database", "proxy:2", "objects", "proxy:3", "jira", "proxy:4"))
                .of(SERVICES);
        assertThat(reached.connections().broker().uri()).hasToString("amqp://verisim:secret@proxy:1/%2F");
        assertThat(reached.connections().orchestrator().jdbcUrl()).isEqualTo("jdbc:postgresql://proxy:2/verisim");
        assertThat(reached.connections().target().loader().jdbcUrl()).isEqualTo("jdbc:postgresql://proxy:2/target");
        assertThat(reached.connections().target().loader().password()).isEqualTo("secret");
        assertThat(reached.connections().objects().endpoint()).hasToString("http://proxy:3");
        assertThat(reached.jira()).hasToString("http://proxy:4/");
    }

    @Test
    void theSystemUnderTestReadsItsTablesDirectly() {
        assertThat(Reach.of(Map.of("database", "proxy:2"))
                        .of(SERVICES)
                        .connections()
                        .target()
                        .crm())
                .isEqualTo(CRM);
    }

    @ParameterizedTest
    @CsvSource({"queue, proxy:1", "broker, proxy", "broker, :5672", "broker, proxy:0", "broker, proxy:65536"})
    void whatIsNoServiceOrNoAddressIsRefused(String service, String address) {
        assertThatThrownBy(() -> Reach.of(Map.of(service, address))).isInstanceOf(CommandFailure.class);
    }
}
