package io.verisim.testexecutor.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only network of a sandbox: an HTTP proxy on a Unix socket, which connects to allowed hosts and to no other. A
 * connection serves one request and leads to one host, so that what follows on it cannot go elsewhere. Hosts are compared
 * as they are written: where {@code localhost} is allowed, {@code 127.0.0.1} is not.
 */
public final class AllowListProxy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AllowListProxy.class);
    private static final int MAX_HEAD_BYTES = 64 << 10;
    private static final int BUFFER_BYTES = 32 << 10;

    /** Both sides of connections; more than a browser opens through a proxy. Beyond it a connection is closed at once. */
    private static final int MAX_CHANNELS = 256;

    private static final int MAX_DENIED = 100;

    private final ServerSocketChannel server;
    private final Set<HostPort> allowed = ConcurrentHashMap.newKeySet();
    private final Set<HostPort> denied = ConcurrentHashMap.newKeySet();
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private AllowListProxy(ServerSocketChannel server) {
        this.server = server;
    }

    /** Listens on a Unix socket; at first no host is allowed. */
    public static AllowListProxy listen(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        AllowListProxy proxy = new AllowListProxy(server);
        Thread.ofVirtual().name("sandbox-proxy").start(proxy::accept);
        return proxy;
    }

    /** Allows a host and port from now on. */
    public void allow(HostPort target) {
        allowed.add(target);
    }

    /** Hosts that were asked for and refused; the first of them where they are many. */
    public Set<HostPort> denied() {
        return Set.copyOf(denied);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                if (open.size() >= MAX_CHANNELS) {
                    client.close();
                } else {
                    open.add(client);
                    Thread.ofVirtual().name("sandbox-proxy-client").start(() -> serve(client));
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("The proxy of a sandbox accepts no more connections: {}", e.getMessage());
                return;
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            ByteBuffer buffer = ByteBuffer.allocate(MAX_HEAD_BYTES);
            ProxyRequest request = ProxyRequest.read(client, buffer);
            if (request == null) {
                answer(client, "400 Bad Request");
            } else if (!allowed.contains(request.target())) {
                if (denied.size() < MAX_DENIED && denied.add(request.target())) {
                    LOG.info("A sandboxed test may not reach {}", request.target());
                }
                answer(client, "403 Forbidden");
            } else {
                forward(client, request);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("A connection of a sandbox ended: {}", e.getMessage());
        } finally {
            open.remove(client);
        }
    }

    private static void answer(SocketChannel client, String status) throws IOException {
        write(
                client,
                ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private void forward(SocketChannel client, ProxyRequest request) throws IOException {
        try (SocketChannel host = SocketChannel.open()) {
            open.add(host);
            if (!server.isOpen()) {
                return; // closed meanwhile, and this channel was not seen
            }
            try {
                host.connect(new InetSocketAddress(
                        request.target().host(), request.target().port()));
            } catch (IOException | RuntimeException e) {
                answer(client, "502 Bad Gateway");
                return;
            }
            if (request.tunnel()) {
                write(client, "HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
            write(host, request.head());
            Thread.ofVirtual().name("sandbox-proxy-up").start(() -> pump(client, host));
            pump(host, client);
        } finally {
            open.removeIf(channel -> !channel.isOpen());
        }
    }

    /** Passes on what comes until it ends, then tells the other side so; a host that waits for more ends then too. */
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
            // Went away in the middle: the other side must not wait for it.
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.trace("One side of a proxied connection did not close: {}", e.getMessage());
        }
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Closes all connections too: nothing of a sandbox outlives it, whatever a host still wants to send. */
    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel channel : open) {
            channel.close();
        }
    }
}
