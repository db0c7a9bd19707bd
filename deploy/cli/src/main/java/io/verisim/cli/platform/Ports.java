package io.verisim.cli.platform;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
final class Ports {

    private static final int TRIES = 100;
    private static final int FIRST = 20_000;
    private static final int BEHIND_LAST = 32_000;

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

    /**
     * A port that is free now, and stays free while whoever has it is away for a moment: it is none of those that the
     * system gives to outgoing connections. One of these that somebody tries to reach while nobody listens may even be
     * given to that very connection, which then holds it.
     */
    static int free() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
            if (isFree(port)) {
                return port;
            }
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
