package io.verisim.embedded.broker;

import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.home.LoopbackPort;
import io.verisim.embedded.home.PrivateFiles;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.VirtualHostNode;
import org.jspecify.annotations.Nullable;

/**
 * A durable AMQP 0-9-1 broker in this process, on the loopback address. Queues and persistent messages survive a
 * restart, and a kill of the process. The broker's own configuration is written anew at each start; only the stores
 * persist.
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** The durable virtual host that is always there. */
    public static final String DEFAULT_VIRTUAL_HOST = "verisim";

    private final SystemLauncher launcher;
    private final ConfiguredObject<?> broker;
    private final BrokerOptions options;
    private final int port;

    private EmbeddedBroker(SystemLauncher launcher, ConfiguredObject<?> broker, BrokerOptions options, int port) {
        this.launcher = launcher;
        this.broker = broker;
        this.options = options;
        this.port = port;
    }

    /**
     * Starts the broker and waits until it accepts connections.
     *
     * @throws VerisimException CONFIGURATION {@code PORT_TAKEN} where the port is not free; INTEGRATION where the broker
     *     does not start
     */
    public static EmbeddedBroker start(BrokerOptions options) {
        LoopbackPort.requireFree(options.port(), "broker");
        Path directory = PrivateFiles.directory(options.directory());
        Path configuration = directory.resolve("initial-configuration.json");
        PrivateFiles.write(configuration, InitialConfiguration.json(options, directory));
        Started started = new Started();
        SystemLauncher launcher = new SystemLauncher(started);
        try {
            launcher.startup(attributes(directory, configuration));
            return started.broker(launcher, options);
        } catch (VerisimException e) {
            launcher.shutdown();
            throw e;
        } catch (Exception e) {
            launcher.shutdown();
            throw notStarted(directory, e);
        } finally {
            deletePassword(configuration);
        }
    }

    private static Map<String, Object> attributes(Path directory, Path configuration) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(ConfiguredObject.TYPE, "Memory");
        attributes.put(
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                configuration.toAbsolutePath().toString());
        attributes.put(SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, false);
        attributes.put(
                ConfiguredObject.CONTEXT,
                Map.of(SystemConfig.QPID_WORK_DIR, directory.toAbsolutePath().toString()));
        return attributes;
    }

    /** The configuration holds the password in clear text and is written anew at the next start. */
    private static void deletePassword(Path configuration) {
        try {
            Files.deleteIfExists(configuration);
        } catch (IOException e) {
            throw notStarted(configuration, e);
        }
    }

    /** How to reach the durable virtual host. */
    public BrokerConnection connection() {
        return connection(DEFAULT_VIRTUAL_HOST);
    }

    /** Adds a virtual host that lives in memory until the broker stops; for tests that want one of their own. */
    public BrokerConnection createTransientVirtualHost(String name) {
        broker.createChild(VirtualHostNode.class, InitialConfiguration.transientVirtualHost(name));
        return connection(name);
    }

    private BrokerConnection connection(String virtualHost) {
        return new BrokerConnection("127.0.0.1", port, virtualHost, options.username(), options.password(), false);
    }

    @Override
    public void close() {
        launcher.shutdown();
    }

    @Override
    public String toString() {
        return "EmbeddedBroker(127.0.0.1:" + port + ")";
    }

    private static VerisimException notStarted(Path directory, @Nullable Throwable cause) {
        return VerisimException.integration(
                "BROKER_NOT_STARTED",
                "The embedded broker on " + directory + " did not start.",
                "See the cause; a store left by a newer version cannot be opened by an older one.",
                cause);
    }

    /** Catches what the launcher only tells its listener. */
    private static final class Started implements SystemLauncherListener {

        private final AtomicReference<@Nullable SystemConfig<?>> system = new AtomicReference<>();
        private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

        EmbeddedBroker broker(SystemLauncher launcher, BrokerOptions options) {
            SystemConfig<?> config = system.get();
            RuntimeException failed = failure.get();
            if (failed != null || config == null) {
                throw notStarted(options.directory(), failed);
            }
            ConfiguredObject<?> container = (ConfiguredObject<?>) config.getContainer();
            for (Port<?> candidate : container.getChildren(Port.class)) {
                if (candidate.getBoundPort() > 0) {
                    return new EmbeddedBroker(launcher, container, options, candidate.getBoundPort());
                }
            }
            throw LoopbackPort.taken(options.port(), "broker");
        }

        @Override
        public void beforeStartup() {}

        @Override
        public void errorOnStartup(RuntimeException e) {
            failure.set(e);
        }

        @Override
        public void afterStartup() {}

        @Override
        public void onContainerResolve(SystemConfig<?> systemConfig) {
            system.set(systemConfig);
        }

        @Override
        public void onContainerClose(SystemConfig<?> systemConfig) {}

        @Override
        public void onShutdown(int exitCode) {}

        @Override
        public void exceptionOnShutdown(Exception e) {}
    }
}
