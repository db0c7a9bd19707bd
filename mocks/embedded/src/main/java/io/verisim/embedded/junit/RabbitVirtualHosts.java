package io.verisim.embedded.junit;

import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Virtual hosts on a real RabbitMQ, removed at the end. Made with {@code rabbitmqctl}, which works for root and for the
 * server's user on its own machine, without any plug-in.
 */
final class RabbitVirtualHosts implements VirtualHosts {

    private static final int CONNECT_MILLIS = 5_000;

    private final BrokerConnection server;
    private final List<String> made = new ArrayList<>();

    RabbitVirtualHosts(BrokerConnection server) {
        this.server = server;
    }

    @Override
    public synchronized BrokerConnection create(String name) {
        requireServer();
        rabbitmqctl("add_vhost", name);
        made.add(name);
        rabbitmqctl("set_permissions", "-p", name, server.username(), ".*", ".*", ".*");
        return new BrokerConnection(
                server.host(), server.port(), name, server.username(), server.password(), server.quorum());
    }

    private void requireServer() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
        } catch (IOException e) {
            throw missing("nothing answers there", e);
        }
    }

    private void rabbitmqctl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("rabbitmqctl", "--quiet"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw missing("rabbitmqctl " + arguments[0] + " said: " + output.strip(), null);
            }
        } catch (IOException e) {
            throw missing("rabbitmqctl, which makes virtual hosts, cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted", e));
        }
    }

    private VerisimException missing(String why, @Nullable Throwable cause) {
        return VerisimException.integration(
                "TEST_SERVICE_MISSING",
                "The tests were told to use RabbitMQ at " + server + ", but " + why + ".",
                "Start it on this machine, run as root or as its user, or name another with VERISIM_TEST_RABBITMQ.",
                cause);
    }

    @Override
    public synchronized void close() {
        for (String name : made) {
            rabbitmqctl("delete_vhost", name);
        }
        made.clear();
    }

    @Override
    public String toString() {
        return "RabbitMQ " + server;
    }
}
