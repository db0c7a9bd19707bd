package io.verisim.embedded.postgres;

import io.verisim.embedded.home.LiveProcess;
import io.verisim.embedded.home.LoopbackPort;
import io.verisim.embedded.home.PrivateFiles;
import io.verisim.model.error.VerisimException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** One PostgreSQL data directory and the server process on it. */
final class PostgresServer {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration START_LIMIT = Duration.ofSeconds(5);
    private static final int PORT_TRIES = 5;

    private final Path programs;
    private final Path directory;
    private final Path data;
    private final Privileges privileges;

    PostgresServer(Path programs, Path directory, Privileges privileges) {
        this.programs = programs;
        this.directory = directory;
        this.data = directory.resolve("data");
        this.privileges = privileges;
    }

    /** Makes the data directory where it is missing; whole or not at all. */
    void initialise(String password) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Path fresh = directory.resolve("data.new");
        Trees.delete(fresh);
        PrivateFiles.directory(fresh);
        Path passwordFile = directory.resolve("initial-password");
        PrivateFiles.write(passwordFile, password);
        try {
            privileges.handOver(directory);
            run(
                    "initdb",
                    "--pgdata=" + fresh,
                    "--username=" + PostgresAccounts.ADMINISTRATOR,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-sync",
                    "--no-instructions");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.writeString(fresh.resolve("postgresql.conf"), "\ninclude = 'verisim.conf'\n", StandardOpenOption.APPEND);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Starts the server and waits until it is ready.
     *
     * @param wishedPort 0 for any free port
     * @param durable whether commits wait for the disk
     * @return the port it listens on
     */
    int start(int wishedPort, boolean durable) throws IOException {
        stopLeftOver();
        LoopbackPort.requireFree(wishedPort, "database");
        rotateLog();
        for (int attempt = 1; ; attempt++) {
            int port = wishedPort == 0 ? LoopbackPort.anyFree() : wishedPort;
            ServerSettings.write(data, port, durable);
            privileges.handOver(directory);
            Commands.Outcome outcome = startWatched();
            if (outcome.succeeded()) {
                return port;
            }
            boolean taken = Commands.tail(log()).contains("could not bind IPv4 address");
            if (taken && wishedPort != 0) {
                throw LoopbackPort.taken(port, "database");
            }
            if (!taken || attempt == PORT_TRIES) {
                throw failed("start", outcome);
            }
        }
    }

    /** A server that stops while it starts will not get ready, and may not end either. */
    private Commands.Outcome startWatched() {
        AtomicBoolean starting = new AtomicBoolean(true);
        new EndlessStop(pidFile(directory), this::runningProcess, START_LIMIT).watchWhile(starting::get);
        try {
            return pgCtl("start", "--log=" + log());
        } finally {
            starting.set(false);
        }
    }

    /** Stops the server: clients are cut off, everything is written. */
    void stop() {
        if (runningProcess().isEmpty()) {
            return; // pg_ctl would wait for one that was killed and that nobody has collected
        }
        Commands.Outcome outcome = pgCtl("stop", "--mode=fast");
        if (!outcome.succeeded() && runningProcess().isPresent()) {
            Commands.Outcome immediate = pgCtl("stop", "--mode=immediate");
            if (!immediate.succeeded()) {
                throw failed("stop", immediate);
            }
        }
    }

    /**
     * A server whose parent was killed lives on and holds the data directory; the caller holds the lock of the home, so
     * it is nobody's. A process id that meanwhile belongs to something else is no server.
     */
    void stopLeftOver() throws IOException {
        Path pidFile = pidFile(directory);
        if (!Files.exists(pidFile)) {
            return;
        }
        if (runningProcess().isPresent()) {
            stop();
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    /** There while the server runs. */
    static Path pidFile(Path directory) {
        return directory.resolve("data").resolve("postmaster.pid");
    }

    /** Completed when the server does not run; one that never gets to the end of its stop is helped. */
    CompletableFuture<?> end() {
        Optional<ProcessHandle> process = runningProcess();
        process.ifPresent(running -> new EndlessStop(pidFile(directory), () -> process, STOP_LIMIT)
                .watchWhile(() -> LiveProcess.runs(running)));
        return process.<CompletableFuture<?>>map(LiveProcess::end)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private Optional<ProcessHandle> runningProcess() {
        try {
            List<String> lines = Files.readAllLines(pidFile(directory));
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(PostgresServer::isPostgres);
        } catch (IOException | NumberFormatException gone) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return LiveProcess.runs(process)
                && process.info().command().map(c -> c.endsWith("postgres")).orElse(true);
    }

    private Commands.Outcome pgCtl(String action, String option) {
        return Commands.run(
                privileges.command(
                        programs.resolve("bin/pg_ctl"),
                        action,
                        "--pgdata=" + data,
                        "--wait",
                        "--silent",
                        "--timeout=60",
                        option),
                LIMIT);
    }

    private void run(String program, String... arguments) {
        Commands.Outcome outcome =
                Commands.run(privileges.command(programs.resolve("bin").resolve(program), arguments), LIMIT);
        if (!outcome.succeeded()) {
            throw failed(program, outcome);
        }
    }

    private VerisimException failed(String what, Commands.Outcome outcome) {
        String log = "";
        try {
            log = Files.exists(log()) ? Commands.tail(log()) : "";
        } catch (IOException e) {
            log = "(log unreadable: " + e.getMessage() + ")";
        }
        return VerisimException.integration(
                "POSTGRES_NOT_STARTED",
                "The embedded PostgreSQL on " + directory + " failed at '" + what + "' (" + outcome.exitCode() + ").",
                "See " + log() + ".",
                new IllegalStateException(outcome.output() + "\n" + log));
    }

    private Path log() {
        return directory.resolve("server.log");
    }

    /** One log a start, and the one before; both small, since only warnings are written. */
    private void rotateLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), directory.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        PrivateFiles.write(log(), "");
    }
}
