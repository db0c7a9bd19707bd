package io.verisim.embedded.junit;

import io.verisim.embedded.EmbeddedHome;
import io.verisim.embedded.EmbeddedServices;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.embedded.objects.EmbeddedObjects;
import java.util.HexFormat;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The services of one JVM; what is asked for is started at the first call and removed at the end. */
public final class ServicePool implements TestServices, AutoCloseable {

    private final TemporaryHome home;
    private final Databases databases;
    private final VirtualHosts virtualHosts;
    private final AtomicInteger counter = new AtomicInteger();
    /** Keeps runs on shared servers apart; not a secret, and no test depends on it. */
    private final String run = "verisim_test_"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private @Nullable EmbeddedObjects objects;

    private ServicePool(TemporaryHome home, Databases databases, VirtualHosts virtualHosts) {
        this.home = home;
        this.databases = databases;
        this.virtualHosts = virtualHosts;
    }

    /** RabbitMQ and PostgreSQL by the same variables as for tests, or at their usual ports; the embedded object store. */
    public static ServicePool onRealServers() {
        Properties properties = new Properties();
        properties.setProperty("verisim.services", "true");
        return of(RequestedServices.from(properties, System.getenv()));
    }

    static ServicePool of(RequestedServices requested) {
        EmbeddedServices.quietLoggers();
        TemporaryHome home = new TemporaryHome();
        return new ServicePool(
                home,
                requested.administrator().map(Databases::onServer).orElseGet(() -> Databases.embedded(home)),
                requested
                        .broker()
                        .<VirtualHosts>map(RabbitVirtualHosts::new)
                        .orElseGet(() -> new EmbeddedVirtualHosts(home)));
    }

    private String freshName() {
        return run + "_" + counter.incrementAndGet();
    }

    @Override
    public DatabaseConnection freshDatabase() {
        return databases.database(freshName());
    }

    @Override
    public TargetDatabase freshTargetDatabase() {
        return databases.target(freshName());
    }

    @Override
    public BrokerConnection freshVirtualHost() {
        return virtualHosts.create(freshName());
    }

    @Override
    public synchronized ObjectsConnection freshBucket() {
        EmbeddedObjects server = objects;
        if (server == null) {
            server = EmbeddedObjects.start(EmbeddedHome.open(home.directory()).objects(0));
            objects = server;
        }
        return server.createBucket(freshName().replace('_', '-'));
    }

    @Override
    public void close() {
        try (home;
                databases;
                virtualHosts) {
            if (objects != null) {
                objects.close();
            }
        }
    }

    @Override
    public String toString() {
        return "ServicePool(" + databases + ", " + virtualHosts + ")";
    }
}
