package io.verisim.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.cli.home.Home;
import io.verisim.embedded.ServicePorts;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.connection.TargetDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPortsTest {

    private Home home;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        home = Home.open(folder);
        Files.createDirectories(home.services());
    }

    @Test
    void aHomeWithoutAPastTakesAnyPorts() throws IOException {
        assertThat(KeptPorts.of(home)).isEqualTo(KeptPorts.any());
        Files.writeString(home.services().resolve("connections.json"), "{\"jira\": \"of another version\"}");
        assertThat(KeptPorts.of(home)).isEqualTo(KeptPorts.any());
    }

    @Test
    void portsAreKeptAndOneThatSomebodyElseHasIsAnyOther() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int broker = Ports.free();
            int database = Ports.free();
            int jira = Ports.free();
            int crm = Ports.free();
            ServicesFile.write(home, services(broker, database, taken.getLocalPort(), jira, crm));
            KeptPorts kept = KeptPorts.of(home);
            assertThat(kept)
                    .isEqualTo(new KeptPorts(new ServicePorts(broker, database, taken.getLocalPort()), jira, crm));
            KeptPorts free = kept.whereFree(home);
            assertThat(free.servers().objects()).isPositive().isNotEqualTo(taken.getLocalPort());
            assertThat(free)
                    .isEqualTo(new KeptPorts(
                            new ServicePorts(broker, database, free.servers().objects()), jira, crm));
        }
    }

    @Test
    void aPortIsNoneThatTheSystemGivesToOutgoingConnections() throws IOException {
        assertThat(Ports.free()).isBetween(1_024, 32_767);
    }

    private static Services services(int broker, int database, int objects, int jira, int crm) {
        DatabaseConnection connection = new DatabaseConnection("127.0.0.1", database, "d", "u", "p");
        return new Services(
                new ServiceConnections(
                        new BrokerConnection("127.0.0.1", broker, "v", "u", "p", false),
                        connection,
                        new TargetDatabase(connection, connection),
                        new ObjectsConnection(URI.create("http://127.0.0.1:" + objects), "r", "a", "s", "b")),
                URI.create("http://127.0.0.1:" + jira + "/"),
                "u",
                "t",
                URI.create("http://127.0.0.1:" + crm),
                "u",
                "p");
    }
}
