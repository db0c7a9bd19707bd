package io.verisim.testexecutor.runner.playwright.inside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Leads connections to a loopback port, where browsers look for a proxy, to the Unix socket of the real one. */
final class Relay {

    private static final int BUFFER_BYTES = 32 << 10;

    private Relay() {}

    /** Starts relaying; the port. */
    static int start(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(() -> accept(server, socket));
        return ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    private static void accept(ServerSocketChannel server, Path socket) {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> relay(client, socket));
            }
        } catch (IOException e) {
            System.err.println("relay ends: " + e.getMessage());
        }
    }

    private static void relay(SocketChannel client, Path socket) {
        try (client;
                SocketChannel proxy = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            Thread.ofVirtual().start(() -> pump(client, proxy));
            pump(proxy, client);
        } catch (IOException e) {
            System.err.println("relay: " + e.getMessage());
        }
    }

    private static void pump(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    /** One side went away in the middle; the other must not wait for it. */
    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            System.err.println("relay: " + e.getMessage());
        }
    }
}
