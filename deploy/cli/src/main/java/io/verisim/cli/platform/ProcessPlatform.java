package io.verisim.cli.platform;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.cli.home.Home;
import io.verisim.embedded.EmbeddedServices;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Every application as a process of its own: the services host with the mocks, the orchestrator, five agents, or
 * several of each; what ends is started again. Each agent sees an empty working directory of its own and nothing else of the home, where
 * the machine has mount namespaces.
 */
public final class ProcessPlatform implements Platform {

    private static final long START_SECONDS = 300;

    private final Supervisor supervisor;
    private final PlatformParts parts;
    private final URI url;

    private ProcessPlatform(Supervisor supervisor, PlatformParts parts, URI url) {
        this.supervisor = supervisor;
        this.parts = parts;
        this.url = url;
    }

    public static ProcessPlatform start(Home home, PlatformOptions options) throws IOException, InterruptedException {
        Ports.check(options.port());
        int port = options.port() == 0 ? Ports.free() : options.port();
        List<URI> orchestrators = addresses(port, options.replicas().of(Application.ORCHESTRATOR));
        PlatformParts parts =
                new PlatformParts(home, options.withPort(port), orchestrators, MountNamespace.available());
        Supervisor.Besides besides =
                new Supervisor.Besides(parts::callTheRoll, () -> EmbeddedServices.stopLeftOver(home.services()));
        Supervisor supervisor = Supervisor.start(home, parts.all(), RestartPolicy.standard(), besides);
        try {
            awaitReady(supervisor, home);
            return new ProcessPlatform(supervisor, parts, orchestrators.getFirst());
        } catch (RuntimeException | InterruptedException e) {
            supervisor.stop();
            throw e;
        }
    }

    /** The first has the port of the instance; the others any free one, which they keep. */
    private static List<URI> addresses(int port, int count) throws IOException {
        List<URI> addresses = new ArrayList<>();
        addresses.add(URI.create("http://127.0.0.1:" + port + "/"));
        while (addresses.size() < count) {
            URI address = URI.create("http://127.0.0.1:" + Ports.free() + "/");
            if (!addresses.contains(address)) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static void awaitReady(Supervisor supervisor, Home home) throws InterruptedException {
        try {
            CompletableFuture.anyOf(supervisor.allReady(), supervisor.failure()).get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw notStarted(
                    "Not every process was ready within " + START_SECONDS + " s.",
                    home.logs().toString());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The supervisor failed", e);
        }
        if (!supervisor.allReady().isDone()) {
            Supervisor.GivenUp failure = supervisor.failure().join();
            throw notStarted(failure.sentence(), failure.part().log().toString());
        }
    }

    private static CommandFailure notStarted(String sentence, String log) {
        return new CommandFailure(Exit.INTEGRATION, "PROCESS_NOT_STARTED", sentence, "Look into " + log + ".");
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public Services services() {
        return parts.services();
    }

    @Override
    public String awaitFailure() throws InterruptedException {
        try {
            Supervisor.GivenUp failure = supervisor.failure().get();
            return failure.sentence() + " See " + failure.part().log() + ".";
        } catch (ExecutionException e) {
            throw new IllegalStateException("The supervisor failed", e);
        }
    }

    /** The JVMs that run now, by name of what runs in them. */
    public Map<String, ProcessHandle> jvms() {
        return supervisor.jvms();
    }

    @Override
    public void close() {
        supervisor.stop();
    }
}
