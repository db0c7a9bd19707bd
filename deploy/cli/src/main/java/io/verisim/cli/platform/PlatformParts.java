package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private final Roll roll;
    private final boolean namespaces;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Services services;

    /**
     * The parts of an instance.
     *
     * @param roll tells who is there
     * @param namespaces whether agents get mount namespaces
     */
    PlatformParts(Home home, PlatformOptions options, Roll roll, boolean namespaces) {
        this.home = home;
        this.options = options;
        this.roll = roll;
        this.namespaces = namespaces;
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        parts.add(part(PlatformProcess.SERVICES, null, this::startServices));
        for (Application application : Application.values()) {
            parts.add(part(
                    application.title(),
                    PlatformProcess.SERVICES,
                    application == Application.ORCHESTRATOR ? this::startOrchestrator : () -> startAgent(application)));
        }
        return parts;
    }

    /** Where the services are; known from when they were ready for the first time, and the same ever after. */
    Services services() {
        return Objects.requireNonNull(services, "the services are not ready yet");
    }

    private Part part(String name, @Nullable String needs, Part.Launch launch) {
        return new Part(name, PlatformProcess.log(home, name), needs, launch);
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

    private Part.Run startOrchestrator() throws IOException {
        long now = System.nanoTime();
        PlatformProcess process = PlatformProcess.application(
                home, Application.ORCHESTRATOR, environment(Application.ORCHESTRATOR), false);
        return new Part.Run(process, () -> roll.isAnsweredSince(now));
    }

    /** Each start is an instance of its own to the orchestrator, which so knows that the one before is gone. */
    private Part.Run startAgent(Application agent) throws IOException {
        String instance = agent.title() + "-" + HexFormat.of().toHexDigits(random.nextInt());
        Map<String, String> environment = environment(agent);
        environment.put("VERISIM_INSTANCE", instance);
        PlatformProcess process = PlatformProcess.application(home, agent, environment, namespaces);
        return new Part.Run(process, () -> roll.has(instance));
    }

    private Map<String, String> environment(Application application) {
        return new Environments(home, services(), options).of(application);
    }
}
