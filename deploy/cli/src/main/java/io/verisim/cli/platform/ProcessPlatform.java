package io.verisim.cli.platform;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every application as a process of its own: the services host with the mocks, the orchestrator, five agents. Each agent
 * sees an empty working directory of its own and nothing else of the home, where the machine has mount namespaces.
 */
public final class ProcessPlatform implements Platform {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessPlatform.class);
    private static final long START_MILLIS = 180_000;
    private static final long STOP_SECONDS = 12;

    private final List<PlatformProcess> processes;
    private final Services services;
    private final URI url;
    private final AtomicBoolean closing = new AtomicBoolean();

    private ProcessPlatform(List<PlatformProcess> processes, Services services, URI url) {
        this.processes = List.copyOf(processes);
        this.services = services;
        this.url = url;
    }

    public static ProcessPlatform start(Home home, PlatformOptions options) throws IOException, InterruptedException {
        Ports.check(options.port());
        int port = options.port() == 0 ? Ports.free() : options.port();
        PlatformOptions fixed = options.withPort(port);
        List<PlatformProcess> processes = new ArrayList<>();
        try {
            Path connections = home.services().resolve("connections.json");
            Files.deleteIfExists(connections);
            processes.add(PlatformProcess.servicesHost(home));
            Services services = await(
                    processes,
                    () -> Files.exists(connections)
                            ? MessageCodec.mapper().readValue(Files.readAllBytes(connections), Services.class)
                            : null);
            Environments environments = new Environments(home, services, fixed);
            boolean namespaces = MountNamespace.available();
            for (Application application : Application.values()) {
                boolean confined = namespaces && application != Application.ORCHESTRATOR;
                processes.add(PlatformProcess.application(home, application, environments.of(application), confined));
            }
            URI url = URI.create("http://127.0.0.1:" + port + "/");
            OrchestratorClient client = new OrchestratorClient(url);
            await(processes, () -> agents(client) == Application.values().length - 1 ? true : null);
            return new ProcessPlatform(processes, services, url);
        } catch (IOException | RuntimeException | InterruptedException e) {
            stop(processes);
            throw e;
        }
    }

    private static int agents(OrchestratorClient client) {
        try {
            Set<String> online = new HashSet<>();
            for (JsonNode agent : client.get("/api/v1/agents").path("agents")) {
                if (agent.path("status").asString("").equals("ONLINE")) {
                    online.add(agent.path("name").asString(""));
                }
            }
            return online.size();
        } catch (RuntimeException e) {
            return 0;
        }
    }

    /** What is awaited; null as long as it is not there. */
    private interface Awaited<T> {
        @Nullable
        T get() throws IOException;
    }

    private static <T> T await(List<PlatformProcess> processes, Awaited<T> awaited)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + START_MILLIS * 1_000_000;
        while (System.nanoTime() < end) {
            T found = awaited.get();
            if (found != null) {
                return found;
            }
            for (PlatformProcess process : processes) {
                if (!process.process().isAlive()) {
                    throw notStarted(process);
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw notStarted(processes.getLast());
    }

    private static CommandFailure notStarted(PlatformProcess process) {
        return new CommandFailure(
                Exit.INTEGRATION,
                "PROCESS_NOT_STARTED",
                "The process '" + process.name() + "' did not start.",
                "Look into " + process.log() + ".");
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public Services services() {
        return services;
    }

    @Override
    public String awaitFailure() throws InterruptedException {
        CompletableFuture<?>[] ends =
                processes.stream().map(p -> p.process().onExit()).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(ends).get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (closing.get()) {
            new CountDownLatch(1).await(); // no failure: this JVM is ending
        }
        return processes.stream()
                .filter(p -> !p.process().isAlive())
                .map(p -> "The process '" + p.name() + "' has ended; see " + p.log() + ".")
                .findFirst()
                .orElse("A process has ended.");
    }

    /** The JVMs by name of what runs in them. */
    public Map<String, ProcessHandle> jvms() {
        Map<String, ProcessHandle> jvms = new LinkedHashMap<>();
        processes.forEach(p -> jvms.put(p.name(), p.jvm()));
        return jvms;
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            stop(processes);
        }
    }

    /** The services host goes last: the others still have something to tell the broker. */
    private static void stop(List<PlatformProcess> processes) {
        List<PlatformProcess> services = processes.subList(0, Math.min(1, processes.size()));
        end(processes.subList(services.size(), processes.size()));
        end(services);
    }

    /** Asks all at once, and ends those by force that do not follow in time. */
    private static void end(List<PlatformProcess> processes) {
        processes.forEach(p -> p.jvm().destroy());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        for (PlatformProcess process : processes) {
            try {
                if (process.process().waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    continue;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            LOG.warn("The process '{}' did not stop in {} s and is ended by force", process.name(), STOP_SECONDS);
            process.jvm().destroyForcibly();
            process.process().destroyForcibly().onExit().join();
        }
    }
}
