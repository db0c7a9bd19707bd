package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import io.verisim.embedded.EmbeddedServices;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.home.Secrets;
import io.verisim.mock.crm.CrmOptions;
import io.verisim.mock.crm.CrmServer;
import io.verisim.mock.jira.JiraMock;
import io.verisim.mock.jira.JiraMockOptions;
import io.verisim.mock.jira.SeedIssue;
import io.verisim.mock.production.Scenarios;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hosts what a laptop lacks: broker, databases, objects; Jira and the system under test as mocks. */
public final class ServicesHost implements AutoCloseable {

    /** Project of the scenarios in the Jira mock. */
    public static final String PROJECT = "CRM";

    private static final String USER = "verisim@example.com";

    private final AutoCloseable servers;
    private final CompletableFuture<?> end;
    private final JiraMock jira;
    private final CrmServer crm;
    private final Services services;

    private ServicesHost(Servers servers, JiraMock jira, CrmServer crm, Services services) {
        this.servers = servers.close();
        this.end = servers.end();
        this.jira = jira;
        this.crm = crm;
        this.services = services;
    }

    /**
     * Servers beside the mocks.
     *
     * @param connections where they are
     * @param close stops them
     * @param end completed where one of them ends by itself
     */
    private record Servers(ServiceConnections connections, AutoCloseable close, CompletableFuture<?> end) {}

    /** Starts everything, on the ports of the last time where they are free. */
    public static ServicesHost start(Home home) throws IOException {
        return start(home, KeptPorts.of(home).whereFree(home));
    }

    /** Starts everything on the ports of the last time, for those who use them. */
    static ServicesHost startAgain(Home home) throws IOException {
        return start(home, KeptPorts.of(home));
    }

    private static ServicesHost start(Home home, KeptPorts ports) throws IOException {
        EmbeddedServices embedded = EmbeddedServices.start(home.services(), ports.servers());
        try {
            ServicesHost host =
                    start(home, ports, new Servers(embedded.connections(), embedded, embedded.databaseEnd()));
            ServicesFile.write(home, host.services());
            return host;
        } catch (IOException | RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /** Starts the mocks beside servers that run elsewhere. */
    static ServicesHost start(Home home, ServiceConnections connections) throws IOException {
        return start(home, KeptPorts.any(), new Servers(connections, () -> {}, new CompletableFuture<>()));
    }

    private static ServicesHost start(Home home, KeptPorts ports, Servers servers) throws IOException {
        Secrets secrets = Secrets.open(home.services().resolve("secrets"), new SecureRandom());
        String token = secrets.secret("jira.token");
        String password = secrets.secret("crm.password");
        JiraMock jira = JiraMock.start(JiraMockOptions.of(ports.jira(), home.jira(), USER, token));
        for (String set : List.of("telecom", "generic")) {
            jira.seed(PROJECT, scenarios(set));
        }
        DatabaseConnection tables = servers.connections().target().crm();
        CrmServer crm = CrmServer.start(new CrmOptions(
                ports.crm(), tables.jdbcUrl(), tables.username(), tables.password(), "tester", password));
        Services services = new Services(servers.connections(), jira.uri(), USER, token, crm.uri(), "tester", password);
        return new ServicesHost(servers, jira, crm, services);
    }

    /** Label of a scenario set in the Jira mock. */
    public static String label(String set) {
        return "verisim-" + set;
    }

    private static List<SeedIssue> scenarios(String set) {
        return Scenarios.load(set).stream()
                .map(s -> SeedIssue.scenario(s.summary(), s.description(), label(set)))
                .toList();
    }

    public Services services() {
        return services;
    }

    /** Completed where a server ends by itself; the others are of little use then. */
    CompletableFuture<?> end() {
        return end;
    }

    @Override
    public void close() {
        crm.close();
        jira.close();
        try {
            servers.close();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded servers did not stop", e);
        }
    }
}
