package io.verisim.embedded.home;

import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
public final class LoopbackPort {

    private LoopbackPort() {}

    /**
     * Looks before a server leaps, since a server that finds its port taken says so at length.
     *
     * @param port 0 needs no check
     * @param server who wants it, for the message
     * @throws VerisimException CONFIGURATION {@code PORT_TAKEN}
     */
    public static void requireFree(int port, String server) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw taken(port, server);
        }
    }

    /** A port that was free a moment ago. */
    public static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The error of a server that lost its port to another. */
    public static VerisimException taken(int port, String server) {
        return VerisimException.configuration(
                "PORT_TAKEN",
                "Port " + port + " for the " + server + " is taken.",
                "Stop what listens there, or choose another port.");
    }
}
