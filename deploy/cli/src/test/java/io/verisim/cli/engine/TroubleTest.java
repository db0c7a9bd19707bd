package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.cli.CommonOptions;
import io.verisim.cli.Console;
import io.verisim.cli.Verisim;
import io.verisim.synthesizer.generation.FittedGeneration;
import io.verisim.synthesizer.generation.Generation;
import io.verisim.synthesizer.generation.GenerationOptions;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a command says, and leaves, when the machine fails it. */
class TroubleTest {

    @Command(name = "fail")
    static final class Failing implements Callable<Integer> {

        @Mixin
        private CommonOptions common = new CommonOptions();

        private final Throwable failure;

        Failing(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public Integer call() throws Exception {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        }
    }

    private static Ran failing(Throwable failure, Object... options) {
        Object[] line = new Object[options.length + 1];
        line[0] = "fail";
        System.arraycopy(options, 0, line, 1, options.length);
        return Ran.with(Verisim.commandLine().addSubcommand(new Failing(failure)), line);
    }

    @Test
    void memoryThatRunsOutIsASentenceInWhateverThreadItWas() {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");
        failing(error).refused(13, "needs more memory than it has", "VERISIM_HEAP");
        failing(new IllegalStateException(new ExecutionException(error))).refused(13, "needs more memory");

        Ran json = failing(error, "--json");
        assertThat(json.exit()).isEqualTo(13);
        assertThat(json.document().path("title").asString()).isEqualTo("OUT_OF_MEMORY");
    }

    @Test
    void aFullDiskIsASentenceThatNamesTheFile() {
        failing(new IOException("No space left on device")).refused(13, "no room left on the disk", "Free some space");
        failing(new FileSystemException("twin.csv", null, "No space left on device"))
                .refused(13, "no room left for the file 'twin.csv'");
        failing(new UncheckedIOException(new IOException("Disk quota exceeded")))
                .refused(13, "Free some space");
    }

    @Test
    void filesThatComeAndGoAreUsageErrors() {
        failing(new UncheckedIOException(new NoSuchFileException("gone.csv"))).refused(2, "no file 'gone.csv'");
        failing(new FileAlreadyExistsException("twin.csv")).refused(2, "'twin.csv' exists already", "--force");
        failing(new FileSystemException("twin.csv", null, "Read-only file system"))
                .refused(2, "'twin.csv' cannot be used: Read-only file system.");
    }

    @Test
    void theUnexpectedIsSaidSoWithItsTraceOnlyInDebug() {
        RuntimeException failure = new IllegalStateException("boom");
        Ran plain = failing(failure);
        assertThat(plain.exit()).isEqualTo(1);
        assertThat(plain.err())
                .contains("ended unexpectedly", "boom", "--debug")
                .doesNotContain("\tat ");

        Ran debug = failing(failure, "--debug");
        assertThat(debug.exit()).isEqualTo(1);
        assertThat(debug.err()).contains("ended unexpectedly", "\tat io.verisim");
        assertThat(failing(new StackOverflowError()).exit()).isEqualTo(1);
    }

    @Test
    void aReportThatCannotBeWrittenTakesTheTwinWithIt(@TempDir Path folder) throws IOException {
        Path source = Tables.orders(folder.resolve("orders.csv"), 50);
        Path report = folder.resolve("vanished").resolve("quality.html");
        Path twin = Tables.write(folder.resolve("twin.csv"), "before");
        TwinWriter writer = new TwinWriter(new TwinFiles(source, null, twin, report, true), fitted(source), 1, 1);

        Assertions.assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> write(writer, TableFiles.read(source, ReadOptions.defaults())));

        assertThat(Files.readString(twin)).isEqualTo("before");
        assertThat(Tables.names(folder)).containsExactly("orders.csv", "twin.csv");
    }

    @Test
    void aTwinThatCannotBePutInItsPlaceTakesTheReportWithIt(@TempDir Path folder) throws IOException {
        Path source = Tables.orders(folder.resolve("orders.csv"), 50);
        Path twin = Files.createDirectory(folder.resolve("twin.csv"));
        Path report = folder.resolve("quality.html");
        TwinWriter writer = new TwinWriter(new TwinFiles(source, null, twin, report, true), fitted(source), 1, 1);

        Assertions.assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> write(writer, TableFiles.read(source, ReadOptions.defaults())));

        assertThat(Tables.names(folder)).containsExactly("orders.csv", "twin.csv");
    }

    private static FittedGeneration fitted(Path source) throws IOException {
        TextTable table = TableFiles.read(source, ReadOptions.defaults());
        return Generation.fit(table, TypeInference.infer(table), GenerationOptions.defaults());
    }

    private static void write(TwinWriter writer, TextTable real) throws IOException {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        writer.write(
                new Console(nowhere, nowhere, true, false),
                twin -> EvaluationInput.of(real, twin),
                EvaluationOptions.defaults().withDetector(false));
    }
}
