package io.verisim.cli.run;

import io.verisim.cli.Console;
import io.verisim.cli.Logging;
import io.verisim.cli.home.Home;
import io.verisim.cli.home.RunningInstance;
import io.verisim.cli.platform.Platform;
import io.verisim.cli.platform.ProcessPlatform;
import io.verisim.cli.platform.SingleJvmPlatform;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The instance of a home while it runs; stopped once, by its command or by a signal. */
final class Instance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

    private final RunningInstance lock;
    private final Platform platform;
    private final Thread onSignal = new Thread(this::stop, "stop-instance");
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Instance(RunningInstance lock, Platform platform) {
        this.lock = lock;
        this.platform = platform;
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    static Instance start(Home home, StartOptions options, Console console) throws IOException, InterruptedException {
        RunningInstance lock = RunningInstance.acquire(home);
        try {
            Logging.toFile(home.logs().resolve("verisim.log"));
            console.say("Starting Verisim in " + home.path() + "…");
            Platform platform = options.processes()
                    ? ProcessPlatform.start(home, options.options())
                    : SingleJvmPlatform.start(home, options.options());
            lock.announce(platform.url());
            return new Instance(lock, platform);
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Platform platform() {
        return platform;
    }

    private void stop() {
        if (stopped.compareAndSet(false, true)) {
            try {
                platform.close();
                lock.close();
            } catch (IOException | RuntimeException e) {
                LOG.warn("The instance did not stop in order", e);
            }
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            LOG.debug("The JVM is ending already");
        }
    }
}
