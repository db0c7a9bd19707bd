package io.verisim.cli.platform;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
final class Ports {

    private Ports() {}

    /** Says so at once where a port is taken, before anything is started. */
    static void check(int port) {
        try {
            bind(port);
        } catch (IOException e) {
            throw new CommandFailure(
                    Exit.PORT_TAKEN,
                    "PORT_TAKEN",
                    "Port " + port + " is taken by another program.",
                    "Choose another one with --port.",
                    e);
        }
    }

    /** Whether nobody listens on a port. */
    static boolean isFree(int port) {
        try {
            bind(port);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    /** A port that is free now. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
