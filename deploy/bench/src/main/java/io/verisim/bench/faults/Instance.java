package io.verisim.bench.faults;

import io.verisim.bench.BenchmarkRun;
import io.verisim.model.message.MessageCodec;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Verisim as a user starts it, every application a process of its own. */
final class Instance implements Closeable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final long STOP_SECONDS = 60;

    private final Path home;
    private final Process up;
    private final Thread onSignal;

    private Instance(Path home, Process up) {
        this.home = home;
        this.up = up;
        this.onSignal = new Thread(up::destroy, "stop-instance");
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    /**
     * A process of the instance.
     *
     * @param name such as {@code synthesizer-2}
     * @param pid of its JVM; 0 while there is none
     * @param ready whether it does what it is there for
     */
    record Part(String name, long pid, boolean ready) {}

    /**
     * Starts one and waits until everything is ready.
     *
     * @throws IOException where it does not start
     */
    static Instance start(BenchmarkRun run, Path home, List<String> options) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("up", "--processes", "--port", "0", "--home", home.toString()));
        arguments.addAll(options);
        Path output = run.scratch().resolve("up.log");
        Instance instance = new Instance(home, run.launcher().start(output, arguments));
        Path announced = home.resolve("instance.json");
        boolean there = Await.that(START, () -> Files.exists(announced) || !instance.up.isAlive());
        if (!there || !instance.up.isAlive()) {
            instance.close();
            throw new IOException("Verisim did not start:\n" + Files.readString(output));
        }
        return instance;
    }

    Path home() {
        return home;
    }

    /** Whether the process that keeps the others running is there. */
    boolean isUp() {
        return up.isAlive();
    }

    /** Page and API of an orchestrator that is ready, where one is. */
    URI url() throws IOException {
        for (JsonNode each : list().path("processes")) {
            if (each.path("url").isString() && each.path("state").asString("").equals("ready")) {
                return URI.create(each.path("url").asString());
            }
        }
        throw new IOException("No orchestrator is ready");
    }

    /** All processes, as they are now. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (JsonNode each : list().path("processes")) {
            parts.add(new Part(
                    each.path("name").asString(),
                    each.path("pid").asLong(0),
                    each.path("state").asString("").equals("ready")));
        }
        return parts;
    }

    private JsonNode list() {
        try {
            return MessageCodec.mapper().readTree(Files.readAllBytes(home.resolve("processes.json")));
        } catch (IOException | JacksonException replacedMeanwhile) {
            return MissingNode.getInstance();
        }
    }

    /** Whether the services and an orchestrator are there. */
    boolean answers() {
        List<Part> ready = parts().stream().filter(Part::ready).toList();
        return ready.stream().anyMatch(part -> part.name().equals("services"))
                && ready.stream().anyMatch(part -> part.name().startsWith("orchestrator"));
    }

    boolean allReady() {
        List<Part> parts = parts();
        return !parts.isEmpty() && parts.stream().allMatch(Part::ready);
    }

    /** The JVM of a part, where there is one. */
    Optional<ProcessHandle> process(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name) && part.pid() > 0)
                .findFirst()
                .flatMap(part -> ProcessHandle.of(part.pid()))
                .filter(ProcessHandle::isAlive);
    }

    /** The first process of the database, where it runs. */
    Optional<ProcessHandle> database() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("services/postgres/data/postmaster.pid"));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException restarting) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        up.destroy();
        try {
            if (!up.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                up.destroyForcibly();
            }
        } catch (InterruptedException e) {
            up.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // the JVM is ending, and stops the instance by itself
        }
    }
}
