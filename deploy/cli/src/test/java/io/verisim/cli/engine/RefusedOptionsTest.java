package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines that are refused before any work is done. */
class RefusedOptionsTest {

    @TempDir
    private Path folder;

    private Path source = Path.of("");
    private Path twin = Path.of("");

    @BeforeEach
    void writeASource() throws IOException {
        source = Tables.orders(folder.resolve("orders.csv"), 50);
        twin = folder.resolve("twin.csv");
    }

    @Test
    void partsThatABenchmarkDoesNotHave() {
        Ran.verisim("bench", "synthesis", "--only", "gaussian_copula,latent_mixtur")
                .refused(2, "has no part 'latent_mixtur'", "latent_mixture");
        Ran.verisim("bench", "overhead", "--only", "tasks").refused(2, "has no part 'tasks'", "Leave out --only");
    }

    @ParameterizedTest
    @CsvSource({
        "--rows, 0, '10,000,000,000'",
        "--rows, -5, '10,000,000,000'",
        "--rows, 9000000000000000000, '10,000,000,000'",
        "--threads, 0, '1,024'",
        "--threads, -1, '1,024'",
        "--threads, 1000000, '1,024'",
        "--chunk-blocks, 0, '1,000,000'",
        "--chunk-blocks, -16, '1,000,000'",
        "--chunk-blocks, 2147483647, '1,000,000'"
    })
    void numbersBeyondTheirRange(String option, String value, String most) throws IOException {
        Ran.verisim("generate", source, "--out", twin, option, value)
                .refused(2, "The option " + option + " takes a number from 1 to " + most, "verisim generate --help");
        assertThat(Tables.names(folder)).containsExactly("orders.csv");
    }

    @ParameterizedTest
    @CsvSource({"--rows, many", "--rows, 99999999999999999999", "--threads, 1.5", "--chunk-blocks, x", "--seed, 1e3"})
    void numbersThatAreNone(String option, String value) {
        Ran.verisim("generate", source, "--out", twin, option, value)
                .refused(2, option, "'" + value + "' is no whole number, or too large a one");
    }

    @Test
    void anUnknownModelIsAnsweredWithThoseThereAre() throws IOException {
        Ran.verisim("generate", source, "--out", twin, "--model", "crystal_ball")
                .refused(10, "no synthesis model 'crystal_ball'", "gaussian_copula, latent_mixture");
        assertThat(Tables.names(folder)).containsExactly("orders.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"twin.xyz", "twin", "twin.csv.gz", "/"})
    void anOutputOfNoKnownKind(String name) {
        Ran.verisim("generate", source, "--out", folder.resolve(name))
                .refused(2, "--out takes a file that ends in .csv");
    }

    @Test
    void aReportOfNoKnownKind() {
        Ran.verisim("generate", source, "--out", twin, "--report", folder.resolve("quality.pdf"))
                .refused(2, "--report takes a file that ends in .html or .json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--report"})
    void anOutputThatIsThereAlreadyUnlessForced(String option) throws IOException {
        Path report = folder.resolve("quality.json");
        Path there = Tables.write(option.equals("--out") ? twin : report, "before");

        Ran.verisim("generate", source, "--out", twin, "--report", report)
                .refused(2, "The file '" + there + "' exists already.", "--force");
        assertThat(Files.readString(there)).isEqualTo("before");

        Ran.verisim("generate", source, "--out", twin, "--report", report, "--force")
                .fine();
        assertThat(Files.readString(there)).isNotEqualTo("before");
        assertThat(Tables.names(folder)).containsExactly("orders.csv", "quality.json", "twin.csv");
    }

    @Test
    void anOutputThatIsTheSourceEvenWhenForcedByWhateverName() throws IOException {
        String before = Files.readString(source);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), source);
        Path detour = Files.createDirectory(folder.resolve("sub")).resolve("..").resolve("orders.csv");
        for (Path same : new Path[] {source, link, detour}) {
            Ran.verisim("generate", source, "--out", same, "--force")
                    .refused(2, "'" + same + "' is named twice: as the source and as --out.", "another name");
        }
        assertThat(Files.readString(source)).isEqualTo(before);
    }

    @Test
    void aReportThatIsTheOutputOrIsRead() throws IOException {
        Path json = folder.resolve("twin.json");
        Ran.verisim("generate", source, "--out", json, "--report", json)
                .refused(2, "is named twice: as --out and as --report.", "Choose another name for --report.");
        Path metadata = Tables.write(folder.resolve("metadata.json"), "{\"columns\":{}}");
        Ran.verisim("generate", source, "--out", twin, "--metadata", metadata, "--report", metadata, "--force")
                .refused(2, "is named twice: as --metadata and as --report.");
        assertThat(Files.readString(metadata)).isEqualTo("{\"columns\":{}}");
        assertThat(Tables.names(folder)).containsExactly("metadata.json", "orders.csv");
    }

    @Test
    void anOutputInAFolderThatIsNotThere() {
        Path nowhere = folder.resolve("nowhere");
        Ran.verisim("generate", source, "--out", nowhere.resolve("twin.csv"))
                .refused(2, "There is no folder '" + nowhere + "' to write 'twin.csv' to.", "Make the folder first");
        Ran.verisim("generate", source, "--out", twin, "--report", source.resolve("quality.html"))
                .refused(2, "There is no folder '" + source + "'", "quality.html");
    }

    /** Root may write anywhere but in the folders of the kernel. */
    @Test
    void anOutputInAFolderThatCannotBeWritten() {
        Ran.verisim("generate", source, "--out", "/proc/twin.csv")
                .refused(2, "The folder '/proc' cannot be written.", "write elsewhere");
    }

    @Test
    void anOutputThatIsAFolder() throws IOException {
        Files.createDirectory(twin);
        Ran.verisim("generate", source, "--out", twin, "--force").refused(2, "'" + twin + "' is a folder, not a file.");
    }

    @Test
    void commandLinesThatAreNone() {
        Ran.verisim().refused(2, "Missing required subcommand.", "See 'verisim help'.");
        Ran.verisim("clasify").refused(2, "'clasify'", "See 'verisim help'.");
        Ran.verisim("classify").refused(2, "Missing required parameter: 'PATH'.", "See 'verisim classify --help'.");
        Ran.verisim("generate", source).refused(2, "--out=FILE", "See 'verisim generate --help'.");
        Ran.verisim("evaluate", "--real", source).refused(2, "--synthetic=FILE");
        Ran.verisim("generate", source, "--out", twin, "--rowz", 5).refused(2, "'--rowz'");

        Ran json = Ran.verisim("generate", source, "--json");
        assertThat(json.exit()).isEqualTo(2);
        assertThat(json.document().path("detail").asString()).contains("--out=FILE");
    }
}
