package io.verisim.bench.faults;

import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Where the services of a home are and how they are entered, as the instance tells its owner. */
final class Connections {

    private final Path file;

    Connections(Path home) {
        this.file = home.resolve("services").resolve("connections.json");
    }

    /** Port of a service; 0 while it is unknown. */
    int port(String service) {
        return switch (service) {
            case "broker" -> servers().at("/broker/port").asInt(0);
            case "database" -> servers().at("/orchestrator/port").asInt(0);
            case "objects" -> uri(servers().at("/objects/endpoint"));
            default -> uri(services().path(service));
        };
    }

    private static int uri(JsonNode address) {
        return address.isMissingNode() ? 0 : URI.create(address.asString()).getPort();
    }

    /** Broker, databases, objects. */
    JsonNode servers() {
        return services().path("connections");
    }

    /** All services; missing while nothing is known. */
    JsonNode services() {
        try {
            return MessageCodec.mapper().readTree(Files.readAllBytes(file)).path("services");
        } catch (IOException | JacksonException notYet) {
            return MissingNode.getInstance();
        }
    }

    /** The orchestrator's database. */
    Connection orchestrator() throws SQLException {
        return open(servers().path("orchestrator"));
    }

    /** The database that twins are loaded into. */
    Connection target() throws SQLException {
        return open(servers().at("/target/loader"));
    }

    private static Connection open(JsonNode database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + database.path("host").asString() + ":"
                        + database.path("port").asInt() + "/"
                        + database.path("database").asString(),
                database.path("username").asString(),
                database.path("password").asString());
    }
}
