package io.verisim.bench.faults;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.verisim.bench.faults.agent.Arming;
import io.verisim.bench.faults.agent.PointAgent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Loads the agent with one point into a running process. The product knows nothing of it. */
final class Arms {

    private static final long ATTACH_SECONDS = 20;

    private final Trigger trigger;
    private final Path home;
    private final AtomicInteger number = new AtomicInteger();

    Arms(Trigger trigger, Path home) {
        this.trigger = trigger;
        this.home = home;
    }

    /**
     * Arms a point in a process.
     *
     * @param part name of the process
     * @param count at which call it is to end
     * @throws IOException where it did not work, as with a process that ends or is stopped meanwhile
     */
    void arm(ProcessHandle process, String part, Point point, int count) throws IOException, InterruptedException {
        String name = point.name() + "#" + number.incrementAndGet();
        Path jar = jar(part);
        Arming arming = new Arming(
                name, trigger.port(), point.className(), point.method(), point.edge() == Point.Edge.EXIT, count);
        trigger.arm(name, point);
        ExecutorService attaching = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().factory()); // attaching to a process that was stopped does not return
        try {
            attaching
                    .submit(() -> {
                        load(process.pid(), jar, arming);
                        return true;
                    })
                    .get(ATTACH_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("not armed: " + e, e);
        } finally {
            attaching.shutdownNow();
        }
    }

    private static void load(long pid, Path jar, Arming arming)
            throws IOException, AttachNotSupportedException, AgentLoadException, AgentInitializationException {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
        try {
            machine.loadAgent(jar.toString(), arming.text());
        } finally {
            machine.detach();
        }
    }

    /** A jar that only names the agent, which is on the class path of every process; where the process sees it. */
    private Path jar(String part) throws IOException {
        Path work = home.resolve("work").resolve(part);
        Path jar = (Files.isDirectory(work) ? work : home).resolve("points.jar");
        if (Files.notExists(jar)) {
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.putValue("Agent-Class", PointAgent.class.getName());
            attributes.putValue("Can-Retransform-Classes", "true");
            try (OutputStream out = Files.newOutputStream(jar)) {
                new JarOutputStream(out, manifest).close();
            }
        }
        return jar;
    }
}
