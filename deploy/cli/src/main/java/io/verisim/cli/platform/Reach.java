package io.verisim.cli.platform;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.connection.TargetDatabase;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Addresses at which orchestrator and agents reach services, where something stands before these, such as a proxy.
 *
 * @param addresses by name of the service; a service that is not named is reached where it is
 */
public record Reach(Map<String, Address> addresses) {

    private static final String BROKER = "broker";
    private static final String DATABASE = "database";
    private static final String OBJECTS = "objects";
    private static final String JIRA = "jira";
    private static final List<String> SERVICES = List.of(BROKER, DATABASE, OBJECTS, JIRA);
    private static final int LAST_PORT = 65_535;

    /** Where a service is reached. */
    public record Address(String host, int port) {}

    public Reach {
        addresses = Map.copyOf(addresses);
    }

    /** Everything where it is. */
    public static Reach directly() {
        return new Reach(Map.of());
    }

    /**
     * Reads what the command line says.
     *
     * @param given {@code host:port} by name of the service
     * @throws CommandFailure where a name or an address is none
     */
    public static Reach of(Map<String, String> given) {
        Map<String, Address> addresses = new HashMap<>();
        given.forEach((service, address) -> {
            if (!SERVICES.contains(service)) {
                throw refused("There is no service '" + service + "'.");
            }
            addresses.put(service, address(address));
        });
        return new Reach(addresses);
    }

    private static Address address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= LAST_PORT) {
                return new Address(text.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            throw refused("'" + text + "' is no address.");
        }
        throw refused("'" + text + "' is no address.");
    }

    private static CommandFailure refused(String sentence) {
        return new CommandFailure(
                Exit.USAGE,
                "REACH_INVALID",
                sentence,
                "Write --reach SERVICE=HOST:PORT, where the service is one of " + String.join(", ", SERVICES) + ".");
    }

    /** The services as they are reached. */
    Services of(Services services) {
        ServiceConnections connections = services.connections();
        TargetDatabase target = connections.target();
        return new Services(
                new ServiceConnections(
                        broker(connections.broker()),
                        database(connections.orchestrator()),
                        new TargetDatabase(database(target.loader()), target.crm()),
                        objects(connections.objects())),
                through(JIRA, services.jira()),
                services.jiraUser(),
                services.jiraToken(),
                services.crm(),
                services.crmUser(),
                services.crmPassword());
    }

    private BrokerConnection broker(BrokerConnection broker) {
        return replaced(
                BROKER,
                broker,
                at -> new BrokerConnection(
                        at.host(),
                        at.port(),
                        broker.virtualHost(),
                        broker.username(),
                        broker.password(),
                        broker.quorum()));
    }

    private DatabaseConnection database(DatabaseConnection database) {
        return replaced(
                DATABASE,
                database,
                at -> new DatabaseConnection(
                        at.host(), at.port(), database.database(), database.username(), database.password()));
    }

    private ObjectsConnection objects(ObjectsConnection objects) {
        return new ObjectsConnection(
                through(OBJECTS, objects.endpoint()),
                objects.region(),
                objects.accessKey(),
                objects.secretKey(),
                objects.bucket());
    }

    private URI through(String service, URI there) {
        return replaced(
                service,
                there,
                at -> URI.create(there.getScheme() + "://" + at.host() + ":" + at.port() + there.getRawPath()));
    }

    private <T> T replaced(String service, T there, Function<Address, T> through) {
        @Nullable Address address = addresses.get(service);
        return address == null ? there : through.apply(address);
    }
}
