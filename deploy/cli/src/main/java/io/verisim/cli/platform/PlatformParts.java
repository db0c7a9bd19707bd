package io.verisim.cli.platform;

import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the process form is made of: the services host, then what lives on it, the orchestrator and the agents. */
final class PlatformParts {

    private final Home home;
    private final PlatformOptions options;
    private final List<Orchestrator> orchestrators;
    private final boolean namespaces;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Services services;

    /** Where an orchestrator answers, and what it knows. */
    private record Orchestrator(URI url, Roll roll) {}

    /**
     * The parts of an instance.
     *
     * @param orchestrators addresses of the orchestrators, as many as the options say; the first answers for the instance
     * @param namespaces whether agents get mount namespaces
     */
    PlatformParts(Home home, PlatformOptions options, List<URI> orchestrators, boolean namespaces) {
        this.home = home;
        this.options = options;
        this.orchestrators = orchestrators.stream()
                .map(url -> new Orchestrator(url, new Roll(new OrchestratorClient(url))))
                .toList();
        this.namespaces = namespaces;
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        parts.add(part(PlatformProcess.SERVICES, null, null, this::startServices));
        for (Replica replica : options.replicas().all()) {
            parts.add(
                    replica.application() == Application.ORCHESTRATOR
                            ? part(
                                    replica.name(),
                                    PlatformProcess.SERVICES,
                                    orchestrator(replica).url(),
                                    () -> startOrchestrator(replica))
                            : part(replica.name(), PlatformProcess.SERVICES, null, () -> startAgent(replica)));
        }
        return parts;
    }

    /** Asks the orchestrators who is there. */
    void callTheRoll() {
        orchestrators.forEach(each -> each.roll().call());
    }

    /** Where the services are; known from when they were ready for the first time, and the same ever after. */
    Services services() {
        return Objects.requireNonNull(services, "the services are not ready yet");
    }

    private Orchestrator orchestrator(Replica replica) {
        return orchestrators.get(replica.number() - 1);
    }

    private Part part(String name, @Nullable String needs, @Nullable URI url, Part.Launch launch) {
        return new Part(name, PlatformProcess.log(home, name), needs, url, launch);
    }

    private Part.Run startServices() throws IOException {
        HostServices.Choice ports = services == null ? HostServices.Choice.WHERE_FREE : HostServices.Choice.THE_SAME;
        PlatformProcess process = PlatformProcess.servicesHost(home, ports);
        return new Part.Run(process, () -> servicesAreReady(process.process().pid()));
    }

    private boolean servicesAreReady(long host) {
        try {
            Optional<ServicesFile> told = ServicesFile.read(home).filter(file -> file.pid() == host);
            told.ifPresent(file -> services = file.services());
            return told.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read where the services are", e);
        }
    }

    private Part.Run startOrchestrator(Replica replica) throws IOException {
        Orchestrator mine = orchestrator(replica);
        long now = System.nanoTime();
        Map<String, String> environment = environment(replica);
        environment.put("VERISIM_PORT", String.valueOf(mine.url().getPort()));
        PlatformProcess process = PlatformProcess.application(home, replica, environment, false);
        return new Part.Run(process, () -> mine.roll().isAnsweredSince(now));
    }

    /** Each start is an instance of its own to the orchestrator, which so knows that the one before is gone. */
    private Part.Run startAgent(Replica agent) throws IOException {
        String instance = agent.name() + "-" + HexFormat.of().toHexDigits(random.nextInt());
        Map<String, String> environment = environment(agent);
        environment.put("VERISIM_INSTANCE", instance);
        PlatformProcess process = PlatformProcess.application(home, agent, environment, namespaces);
        return new Part.Run(
                process,
                () -> orchestrators.stream().anyMatch(each -> each.roll().has(instance)));
    }

    private Map<String, String> environment(Replica replica) {
        return new Environments(home, options.reach().of(services()), options).of(replica);
    }
}
