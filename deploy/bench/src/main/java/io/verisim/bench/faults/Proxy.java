package io.verisim.bench.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Stands between applications and one service and passes bytes on, until it is told to cut the connections or to let
 * everything take longer.
 */
final class Proxy implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket server;
    private final IntSupplier upstream;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayNanos;

    private Proxy(ServerSocket server, IntSupplier upstream) {
        this.server = server;
        this.upstream = upstream;
    }

    /**
     * Listens on a free port of the loopback address.
     *
     * @param upstream port of the service, asked at each connection; 0 while it is unknown
     */
    static Proxy start(String name, IntSupplier upstream) throws IOException {
        Proxy proxy = new Proxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), upstream);
        Thread.ofPlatform().daemon().name("proxy-" + name).start(proxy::accept);
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Ends every connection that is open, in the middle of whatever it carries. */
    int cut() {
        int cut = open.size() / 2;
        open.forEach(Proxy::close);
        return cut;
    }

    /** From now on each piece takes this much longer; zero for not at all. */
    void delay(Duration delay) {
        delayNanos = delay.toNanos();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private void serve(Socket client) {
        Socket service = new Socket();
        open.add(client);
        open.add(service);
        try {
            client.setTcpNoDelay(true);
            service.setTcpNoDelay(true);
            service.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream.getAsInt()), CONNECT_MILLIS);
            Thread back = Thread.ofVirtual().start(() -> pass(service, client));
            pass(client, service);
            back.join();
        } catch (IOException | IllegalArgumentException e) {
            close(client); // the client sees what it would see without a proxy: nobody is there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(client);
            close(service);
            open.remove(client);
            open.remove(service);
        }
    }

    /** Each direction ends for itself, as it does between two programs without a proxy. */
    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                long delay = delayNanos;
                if (delay > 0) {
                    LockSupport.parkNanos(delay);
                }
                out.write(buffer, 0, n);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone, which is what was wanted
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
