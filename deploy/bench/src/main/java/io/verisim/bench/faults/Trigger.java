package io.verisim.bench.faults;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears of processes that have reached their point, and kills them there. */
final class Trigger implements Closeable {

    private final ServerSocket server;
    private final Map<String, Point> armed = new ConcurrentHashMap<>();
    private final Queue<Point> fired = new ConcurrentLinkedQueue<>();
    private final Tally tally;
    private volatile boolean safe;

    private Trigger(ServerSocket server, Tally tally) {
        this.server = server;
        this.tally = tally;
    }

    static Trigger start(Tally tally) throws IOException {
        Trigger trigger = new Trigger(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), tally);
        Thread.ofPlatform().daemon().name("trigger").start(trigger::accept);
        return trigger;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Notes that a process is armed under a name. */
    void arm(String name, Point point) {
        armed.put(name, point);
    }

    /** From now on whoever reaches a point goes on. */
    void makeSafe() {
        safe = true;
    }

    /** The points at which a process was killed, in this order. */
    Queue<Point> fired() {
        return fired;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> answer(socket));
            } catch (IOException closedOrBroken) {
                Thread.onSpinWait();
            }
        }
    }

    private void answer(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String line = in.readLine();
            String[] words = line == null ? new String[0] : line.split(" ", 2);
            Point point = words.length == 2 ? armed.remove(words[1]) : null;
            if (point == null || safe) {
                socket.getOutputStream().write('\n');
                return;
            }
            ProcessHandle.of(Long.parseLong(words[0])).ifPresent(process -> {
                if (process.destroyForcibly()) {
                    fired.add(point);
                    tally.kill("killed at a point", "process " + words[0] + " at " + words[1] + ", " + point.words());
                }
            });
            in.readLine(); // the end of the connection is the end of the process
        } catch (IOException processEnded) {
            // as it should
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
