package io.verisim.cli.audit;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.cli.home.InstanceOptions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes entries into a file, which appears whole or not at all. */
@Command(name = "export", description = "Writes entries into a file. The export is itself audited.")
final class ExportCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofHours(1);

    /** How entries are written. */
    enum Format {
        CSV,
        JSON
    }

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Mixin
    private Filters filters = new Filters();

    @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}, in any case.")
    private Format format = Format.JSON;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replace the file where it exists.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Console console = common.console();
        Path file = out.toAbsolutePath();
        Path folder = Objects.requireNonNull(file.getParent());
        if (Files.notExists(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (Files.isDirectory(file) || (Files.exists(file) && !force)) {
            throw new FileAlreadyExistsException(out.toString());
        }
        OrchestratorClient client = OrchestratorClient.of(instance.home());
        String name = format.name().toLowerCase(Locale.ROOT);
        Path part = Files.createTempFile(folder, ".audit-", ".part");
        try {
            client.download(filters.address("/api/v1/audit/export", "format", name), part, PATIENCE);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        long bytes = Files.size(file);
        console.say("Wrote " + out + " (" + bytes + " bytes).");
        console.document(Map.of("file", file.toString(), "format", name, "bytes", bytes));
        return Exit.OK.code();
    }
}
