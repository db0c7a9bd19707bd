package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Models of the optional module, as the command line ships them. */
class TrainedModelsTest {

    @TempDir
    private Path folder;

    private Path orders = Path.of("");

    @BeforeEach
    void writeATable() throws IOException {
        orders = Tables.orders(folder.resolve("orders.csv"), 300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctgan", "copula_gan"})
    void aTwinTellsHowItsModelWasTrainedInDocumentAndPage(String model) throws IOException {
        Path page = folder.resolve("report.html");
        JsonNode document = Ran.verisim(
                        "generate",
                        orders,
                        "--out",
                        folder.resolve("twin.csv"),
                        "--report",
                        page,
                        "--model",
                        model,
                        "--set",
                        "epochs=2",
                        "--set",
                        "hidden=16",
                        "--set",
                        "embedding=8",
                        "--json")
                .document();

        assertThat(document.at("/training/epochs")).hasSize(2);
        assertThat(document.at("/training/epochs/1/heldOut").asDouble()).isBetween(0.0, 1.0);
        assertThat(Files.readString(page)).contains("<h2>Training</h2>", "2 rounds");
    }

    @Test
    void theSameSeedHasTheSameBytesForAnyNumberOfThreads() throws IOException {
        assertThat(twin("one.csv", 1)).isEqualTo(twin("two.csv", 2));
    }

    @Test
    void aParameterThatIsWrongIsNamed() {
        String said = Ran.verisim(
                        "generate",
                        orders,
                        "--out",
                        folder.resolve("x.csv"),
                        "--model",
                        "ctgan",
                        "--set",
                        "pac=0",
                        "--json")
                .document()
                .toString();
        assertThat(said).contains("MODEL_PARAMETER", "pac");
    }

    private String twin(String name, int threads) throws IOException {
        Path out = folder.resolve(name);
        Ran.verisim(
                "generate",
                orders,
                "--out",
                out,
                "--model",
                "ctgan",
                "--set",
                "epochs=2",
                "--set",
                "hidden=16",
                "--threads",
                threads);
        return Files.readString(out);
    }
}
