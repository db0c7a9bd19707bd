package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ConfigurableApplicationContext;

/** All applications as separate contexts in this JVM: the fastest way to start. */
public final class SingleJvmPlatform implements Platform {

    private final ServicesHost host;
    private final Map<Application, ConfigurableApplicationContext> contexts;
    private final URI url;

    private SingleJvmPlatform(ServicesHost host, Map<Application, ConfigurableApplicationContext> contexts, URI url) {
        this.host = host;
        this.contexts = contexts;
        this.url = url;
    }

    public static SingleJvmPlatform start(Home home, PlatformOptions options) throws IOException {
        Ports.check(options.port());
        return start(home, options, ServicesHost.start(home));
    }

    /** Starts the applications beside services that are there. */
    static SingleJvmPlatform start(Home home, PlatformOptions options, ServicesHost host) {
        Map<Application, ConfigurableApplicationContext> contexts = new EnumMap<>(Application.class);
        try {
            Environments environments = new Environments(home, host.services(), options);
            startAll(environments, contexts);
            ConfigurableApplicationContext orchestrator = contexts.get(Application.ORCHESTRATOR);
            String port =
                    orchestrator == null ? null : orchestrator.getEnvironment().getProperty("local.server.port");
            return new SingleJvmPlatform(host, contexts, URI.create("http://127.0.0.1:" + port + "/"));
        } catch (RuntimeException e) {
            closeAll(contexts);
            host.close();
            throw e;
        }
    }

    /** The orchestrator, which takes longest, starts beside the agents, which start one after another. */
    private static void startAll(Environments environments, Map<Application, ConfigurableApplicationContext> contexts) {
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<ConfigurableApplicationContext> orchestrator =
                    beside.submit(() -> Application.ORCHESTRATOR.start(environments.of(Application.ORCHESTRATOR)));
            for (Application application : Application.values()) {
                if (application != Application.ORCHESTRATOR) {
                    contexts.put(application, application.start(environments.of(application)));
                }
            }
            contexts.put(Application.ORCHESTRATOR, orchestrator.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException("The orchestrator did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting", e);
        }
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public Services services() {
        return host.services();
    }

    @Override
    public String awaitFailure() throws InterruptedException {
        new CountDownLatch(1).await(); // a part of this JVM does not end without it
        return "";
    }

    @Override
    public void close() {
        closeAll(contexts);
        host.close();
    }

    private static void closeAll(Map<Application, ConfigurableApplicationContext> contexts) {
        List<Thread> closing = new ArrayList<>();
        for (ConfigurableApplicationContext context : contexts.values()) {
            closing.add(Thread.ofPlatform().start(context::close));
        }
        for (Thread thread : closing) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
