package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that are hard to learn: every model makes a twin of exactly as many rows, or says in a sentence why not. */
class HardTablesTest {

    private static final List<String> MODELS = List.of("latent_mixture", "gaussian_copula", "private_marginals");

    @TempDir
    private Path folder;

    /**
     * A table of two columns.
     *
     * @param first the first column's values
     * @param known whether models that are not private can make a twin
     * @param privately what a private one says; empty where it makes a twin
     */
    record Hard(String name, int rows, IntFunction<String> first, boolean known, String privately) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> cases() {
        List<Hard> tables = List.of(
                new Hard("one row", 1, row -> "red", false, "occurs often enough to be told"),
                new Hard("a column without a value", 2_000, row -> "", true, ""),
                new Hard("one distinct value", 2_000, row -> "same", true, ""),
                new Hard(
                        "10,000 categories",
                        25_000,
                        row -> "level " + row % 10_000,
                        true,
                        "occurs often enough to be told"),
                new Hard("infinities", 2_000, row -> row % 150 == 0 ? "Infinity" : row % 40 + ".5", true, ""),
                new Hard("unique text", 2_000, row -> "K" + (char) ('A' + row % 26) + (10_000 + row), true, "told"),
                new Hard(
                        "unicode",
                        2_000,
                        row -> List.of("Ærø 🚲", "naïve \u202E", "日本", "e\u0301")
                                .get(row % 4),
                        true,
                        ""));
        return tables.stream().flatMap(table -> MODELS.stream().map(model -> Arguments.of(table, model)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("cases")
    void haveATwinOrAReason(Hard hard, String model) throws IOException {
        StringBuilder csv = new StringBuilder("first,second\n");
        for (int row = 0; row < hard.rows(); row++) {
            csv.append(hard.first().apply(row)).append(",x").append(row * 7 % 5).append('\n');
        }
        Path file = Tables.write(folder.resolve("hard.csv"), csv.toString());
        Path twin = folder.resolve("twin.csv");
        Ran ran = Ran.verisim(
                "generate", file, "--out", twin, "--model", model, "--seed", 3, "--rows", hard.rows(), "--no-classify");
        String reason = model.startsWith("private") ? hard.privately() : hard.known() ? "" : "no record left";
        if (reason.isEmpty()) {
            ran.fine();
            assertThat(TableFiles.read(twin, ReadOptions.defaults()).rows()).isEqualTo(hard.rows());
        } else {
            assertThat(ran.exit()).as(ran.err()).isIn(3, 11);
            ran.refused(ran.exit(), reason);
            assertThat(Tables.names(folder)).containsExactly("hard.csv");
        }
    }
}
