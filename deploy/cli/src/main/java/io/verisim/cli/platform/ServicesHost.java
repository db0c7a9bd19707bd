package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import io.verisim.embedded.EmbeddedServices;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.mock.crm.CrmOptions;
import io.verisim.mock.crm.CrmServer;
import io.verisim.mock.jira.JiraMock;
import io.verisim.mock.jira.JiraMockOptions;
import io.verisim.mock.jira.SeedIssue;
import io.verisim.mock.production.Scenarios;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** Hosts what a laptop lacks: broker, databases, objects; Jira and the system under test as mocks. */
public final class ServicesHost implements AutoCloseable {

    /** Project of the scenarios in the Jira mock. */
    public static final String PROJECT = "CRM";

    private static final String USER = "verisim@example.com";
    private static final int SECRET_BYTES = 18;

    private final AutoCloseable servers;
    private final JiraMock jira;
    private final CrmServer crm;
    private final Services services;

    private ServicesHost(AutoCloseable servers, JiraMock jira, CrmServer crm, Services services) {
        this.servers = servers;
        this.jira = jira;
        this.crm = crm;
        this.services = services;
    }

    /** Starts everything. */
    public static ServicesHost start(Home home) throws IOException {
        EmbeddedServices embedded = EmbeddedServices.start(home.services());
        try {
            return start(home, embedded.connections(), embedded);
        } catch (IOException | RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /** Starts the mocks beside servers that run elsewhere. */
    static ServicesHost start(Home home, ServiceConnections connections) throws IOException {
        return start(home, connections, () -> {});
    }

    private static ServicesHost start(Home home, ServiceConnections connections, AutoCloseable servers)
            throws IOException {
        String token = secret();
        String password = secret();
        JiraMock jira = JiraMock.start(JiraMockOptions.of(0, home.jira(), USER, token));
        for (String set : List.of("telecom", "generic")) {
            jira.seed(PROJECT, scenarios(set));
        }
        DatabaseConnection tables = connections.target().crm();
        CrmServer crm = CrmServer.start(
                new CrmOptions(0, tables.jdbcUrl(), tables.username(), tables.password(), "tester", password));
        Services services = new Services(connections, jira.uri(), USER, token, crm.uri(), "tester", password);
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

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public Services services() {
        return services;
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
