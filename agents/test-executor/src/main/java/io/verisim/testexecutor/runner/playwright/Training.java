package io.verisim.testexecutor.runner.playwright;

import io.verisim.testexecutor.runner.RunnerEnvironment;
import io.verisim.testexecutor.runner.playwright.inside.SandboxMain;
import io.verisim.testexecutor.sandbox.AllowListProxy;
import io.verisim.testexecutor.sandbox.ConfinedProcess;
import io.verisim.testexecutor.sandbox.Directories;
import io.verisim.testexecutor.sandbox.SandboxSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, once, the archive of the classes that a sandboxed process loads; it halves the start of every later one. */
final class Training {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);
    private static final long PATIENCE_SECONDS = 90;

    private Training() {}

    static synchronized void ensure(RunnerEnvironment environment, Installation installation, Path browser)
            throws IOException, InterruptedException {
        Path refused = installation.directory().resolve("no-archive");
        if (Files.exists(installation.archive()) || Files.exists(refused)) {
            return;
        }
        Path scratch = Files.createTempDirectory("verisim-sb");
        Path archive = scratch.resolve("runner.jsa");
        try (AllowListProxy proxy = AllowListProxy.listen(scratch.resolve(SandboxMain.SOCKET))) {
            SandboxSpec spec = BrowserSandbox.spec(
                    environment,
                    installation,
                    browser,
                    scratch,
                    "-XX:ArchiveClassesAtExit=" + archive,
                    SandboxMain.TRAIN);
            try (ConfinedProcess process = environment.sandbox().start(spec)) {
                // What it says fits the pipe; to read until it ends could take for ever.
                process.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            if (Files.isRegularFile(archive, LinkOption.NOFOLLOW_LINKS)) {
                Path beside = installation.directory().resolve(scratch.getFileName() + ".jsa");
                Files.copy(archive, beside);
                Files.move(beside, installation.archive(), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.createFile(refused);
                LOG.info("No class archive was made for sandboxes; they start more slowly, and it is not tried again");
            }
        } finally {
            Directories.delete(scratch);
        }
    }
}
