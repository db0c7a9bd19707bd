package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** All applications as separate contexts in this JVM: the fastest way to start. */
public final class SingleJvmPlatform implements Platform {

    private static final Logger LOG = LoggerFactory.getLogger(SingleJvmPlatform.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);

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
        ProcessList.clear(home);
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

    /** One that does not close in time is left behind, so that the others and the servers still stop in order. */
    private static void closeAll(Map<Application, ConfigurableApplicationContext> contexts) {
        Map<Application, Thread> closing = new EnumMap<>(Application.class);
        contexts.forEach((application, context) ->
                closing.put(application, Thread.ofPlatform().daemon().start(context::close)));
        closing.forEach((application, thread) -> {
            try {
                if (!thread.join(CLOSE_LIMIT)) {
                    LOG.warn("{} did not close within {} s", application, CLOSE_LIMIT.toSeconds());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
