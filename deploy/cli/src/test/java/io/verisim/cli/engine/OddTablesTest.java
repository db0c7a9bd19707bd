package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Tables that are tables, only just. */
class OddTablesTest {

    private static final String ODD_NAME = "say \"hi\",\nnow";

    @TempDir
    private Path folder;

    record Odd(String name, String content, int rows) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Odd> oddTables() {
        return Stream.of(
                new Odd("one number column", "a\n1\n2\n3\n4\n5\n6\n7\n8\n", 8),
                new Odd("one text column", "a\n" + "x\n".repeat(5) + "y\n".repeat(7), 12),
                new Odd("one row", "a,b,c\n1,2,x\n", 1),
                new Odd("a megabyte", "a,b\n1," + "x".repeat(1 << 20) + "\n" + "2,y\n3,z\n".repeat(10), 21),
                new Odd("odd name", "\"say \"\"hi\"\",\nnow\",b\n" + "1,x\n2,y\n3,x\n".repeat(20), 60),
                new Odd("constant", "a,b\n" + "1,x\n".repeat(10), 10),
                new Odd("nothing known", "a,b\n" + ",x\n,y\n".repeat(10), 20));
    }

    @ParameterizedTest
    @MethodSource("oddTables")
    void areClassifiedAndEvaluated(Odd odd) throws IOException {
        Path file = Tables.write(folder.resolve("odd.csv"), odd.content());

        JsonNode table = Ran.verisim("classify", file, "--json").document().at("/tables/0");
        assertThat(table.path("rows").asInt()).isEqualTo(odd.rows());
        JsonNode report = Ran.verisim("evaluate", "--real", file, "--synthetic", file, "--holdout", file, "--json")
                .document();
        assertThat(report.path("columnShapes").asDouble())
                .as("a table against itself")
                .isEqualTo(1);
        assertThat(report.path("newRowSynthesis").asDouble()).isZero();
    }

    @ParameterizedTest
    @MethodSource("oddTables")
    void haveATwinOrAReasonWhyNot(Odd odd) throws IOException {
        Path file = Tables.write(folder.resolve("odd.csv"), odd.content());
        Path twin = folder.resolve("twin.parquet");

        Ran ran = Ran.verisim("generate", file, "--out", twin, "--report", folder.resolve("quality.html"));

        if (odd.rows() == 1) {
            ran.refused(3, "'odd'", "no record left that is not in the source", "Give the model more rows");
            assertThat(Tables.names(folder)).containsExactly("odd.csv");
        } else {
            assertThat(ran.fine().out()).contains(odd.rows() + " rows");
            assertThat(TableFiles.read(twin, ReadOptions.defaults()).rows()).isEqualTo(odd.rows());
            assertThat(Tables.names(folder)).containsExactly("odd.csv", "quality.html", "twin.parquet");
        }
    }

    @Test
    void aNameWithQuotesCommasAndLineBreaksSurvivesEveryFormat() throws IOException {
        Path file =
                Tables.write(folder.resolve("odd.csv"), "\"say \"\"hi\"\",\nnow\",b\n" + "1,x\n2,y\n3,x\n".repeat(20));
        for (String suffix : new String[] {"csv", "tsv", "json", "jsonl", "parquet"}) {
            Path twin = folder.resolve("twin." + suffix);
            Ran.verisim("generate", file, "--out", twin).fine();
            assertThat(TableFiles.read(twin, ReadOptions.defaults()).columns())
                    .as(suffix)
                    .extracting(column -> column.name())
                    .containsExactly(ODD_NAME, "b");
        }
        assertThat(Ran.verisim("classify", file).fine().out()).contains("say \"hi\", now ");
    }

    @Test
    void aFailedGenerationLeavesWhatItWasToReplace() throws IOException {
        Path file = Tables.write(folder.resolve("odd.csv"), "a,b,c\n1,2,x\n");
        Path twin = Tables.write(folder.resolve("twin.csv"), "before");
        Path report = Tables.write(folder.resolve("quality.json"), "before");

        Ran.verisim("generate", file, "--out", twin, "--report", report, "--force")
                .refused(3, "no record left");

        assertThat(Files.readString(twin)).isEqualTo("before");
        assertThat(Files.readString(report)).isEqualTo("before");
        assertThat(Tables.names(folder)).containsExactly("odd.csv", "quality.json", "twin.csv");
    }
}
