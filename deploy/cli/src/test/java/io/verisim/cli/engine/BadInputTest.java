package io.verisim.cli.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files that hold no table: every command says which file, where in it, why, and what to do; and leaves nothing. */
class BadInputTest {

    @TempDir
    private Path folder;

    @TempDir
    private Path results;

    private Path good = Path.of("");

    /**
     * A file that holds no table.
     *
     * @param words what the sentence says besides the file's name: why, where, remedy
     * @param place row and column as the document names them
     */
    record Bad(String name, byte[] content, List<String> words, Map<String, String> place) {

        static Bad text(String name, String content, List<String> words, Map<String, String> place) {
            return new Bad(name, content.getBytes(UTF_8), words, place);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> badFiles() throws IOException {
        byte[] noise = new byte[500];
        new Random(1).nextBytes(noise);
        byte[] latin = "[{\"a\":1},{\"a\":\"M\u00fcller\"}]".getBytes(ISO_8859_1);
        byte[] wide = {(byte) 0xff, (byte) 0xfe, 'a', 0, '\n', 0, '1', 0, 0, (byte) 0xd8};
        return Stream.of(
                Bad.text("empty.csv", "", List.of("is empty", "header row and data"), Map.of()),
                Bad.text("blank.csv", "\n\n \n".strip() + "\n\n", List.of("only blank lines", "header row"), Map.of()),
                new Bad("binary.csv", noise, List.of("binary data", "Export the table as CSV"), Map.of()),
                new Bad("book.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}, List.of("Excel", "as CSV"), Map.of()),
                Bad.text(
                        "ragged.csv",
                        "a,b,c\n1,2,3\n4,5\n",
                        List.of("row 2 has 2 fields, the header has 3", "Add or remove fields"),
                        Map.of("row", "2", "found", "2", "expected", "3")),
                Bad.text(
                        "unclosed.csv",
                        "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n",
                        List.of("row 2, column 'b', begins a quote that is never closed", "Close the quote"),
                        Map.of("row", "2", "column", "b")),
                Bad.text(
                        "quote.csv",
                        "a,b,c\n1,2,3\n4,\"5\"x,6\n7,8,9\n",
                        List.of("row 2, column 'b', has text after a closing quote", "Double the quotes"),
                        Map.of("row", "2", "column", "b")),
                Bad.text("header.csv", "a,b,c\n", List.of("a header but no rows", "at least one row"), Map.of()),
                Bad.text(
                        "twice.csv",
                        "a,b,a\n1,2,3\n",
                        List.of("column 1 and column 3 are both named 'a'", "Rename one"),
                        Map.of("column", "a", "positions", "1,3")),
                Bad.text(
                        "lines.csv",
                        "\"x\ny\",b,\"x\ny\"\n1,2,3\n",
                        List.of("column 1 and column 3 are both named 'x y'", "Rename one"),
                        Map.of("column", "x\ny")),
                Bad.text(
                        "unnamed.csv",
                        "a,,c\n1,2,3\n",
                        List.of("column 2 has no name", "Name every column"),
                        Map.of("column", "2")),
                Bad.text(
                        "cut.json",
                        "[{\"a\":1},\n{\"a\":",
                        List.of("row 2 is no well-formed JSON, at line 2", "Correct the file"),
                        Map.of("row", "2", "line", "2")),
                Bad.text(
                        "twice.json",
                        "[{\"a\":1},{\"a\":1,\"a\":2}]",
                        List.of("row 2 names a column twice", "Rename or remove one"),
                        Map.of("row", "2")),
                new Bad("latin.json", latin, List.of("row 2 is no valid UTF-8", "as UTF-8"), Map.of("row", "2")),
                new Bad("half.csv", wide, List.of("row 1", "no valid UTF-16LE", "as UTF-8"), Map.of("row", "1")),
                Bad.text("list.json", "[1,2]", List.of("row 1 is no object", "array of objects"), Map.of("row", "1")),
                Bad.text("none.json", "[]", List.of("holds no rows", "at least one row"), Map.of()),
                Bad.text("text.parquet", "hello", List.of("is no Parquet file", "export it as CSV"), Map.of()),
                Bad.text("PAR1.parquet", "PAR1xxxxPAR1", List.of("damaged or encrypted", "as CSV"), Map.of()),
                new Bad("cut.csv.gz", cutGzip(), List.of("no complete gzip file", "Compress it again"), Map.of()));
    }

    private static byte[] cutGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            Random random = new Random(3);
            for (int row = 0; row < 50_000; row++) {
                gzip.write((row == 0 ? "a,b\n" : random.nextInt() + "," + row + "\n").getBytes(UTF_8));
            }
        }
        return Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    }

    @BeforeEach
    void writeAGoodFile() throws IOException {
        good = Tables.orders(folder.resolve("good.csv"), 50);
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void everyCommandRefusesAFileWithoutATable(Bad bad) throws IOException {
        Path file = Files.write(folder.resolve(bad.name()), bad.content());
        String[] words =
                Stream.concat(Stream.of(file.toString()), bad.words().stream()).toArray(String[]::new);

        Ran.verisim("classify", file).refused(11, words);
        Ran.verisim("generate", file, "--out", results.resolve("twin.csv"), "--report", results.resolve("q.html"))
                .refused(11, words);
        assertThat(Tables.names(results)).as("left behind").isEmpty();
        Ran.verisim("evaluate", "--real", file, "--synthetic", good).refused(11, words);
        Ran.verisim("evaluate", "--real", good, "--synthetic", file).refused(11, words);
        Ran.verisim("evaluate", "--real", good, "--synthetic", good, "--holdout", file)
                .refused(11, words);
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aDocumentNamesThePlace(Bad bad) throws IOException {
        Path file = Files.write(folder.resolve(bad.name()), bad.content());
        Ran ran = Ran.verisim("generate", file, "--out", results.resolve("twin.json"), "--json");

        JsonNode problem = ran.document();
        assertThat(ran.exit()).isEqualTo(11);
        assertThat(problem.path("exitCode").asInt()).isEqualTo(11);
        assertThat(problem.path("type").asString()).startsWith("urn:verisim:error:");
        assertThat(problem.path("file").asString()).isEqualTo(file.toString());
        assertThat(problem.path("detail").asString())
                .contains(file.toString(), bad.words().getFirst());
        assertThat(problem.path("remedy").asString()).contains(bad.words().getLast());
        bad.place()
                .forEach((name, value) ->
                        assertThat(problem.path(name).asString("")).as(name).isEqualTo(value));
        assertThat(Tables.names(results)).as("left behind").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify", "generate", "evaluate", "holdout", "metadata"})
    void aMissingFileIsAUsageError(String which) {
        Path missing = folder.resolve("missing.csv");
        Object[] line = line(which, missing);
        Ran.verisim(line).refused(2, "There is no file '" + missing + "'.", "Check the path.");

        JsonNode problem = Ran.verisim(withJson(line)).document();
        assertThat(problem.path("title").asString()).isEqualTo("FILE_NOT_FOUND");
        assertThat(problem.path("file").asString()).isEqualTo(missing.toString());
        assertThat(problem.path("exitCode").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "evaluate", "holdout", "metadata"})
    void aFolderIsNoFile(String which) {
        Ran.verisim(line(which, results)).refused(2, "'" + results + "' is a folder, not a file.", "Name a file.");
    }

    private Object[] line(String which, Path file) {
        return switch (which) {
            case "classify" -> new Object[] {"classify", file};
            case "generate" -> new Object[] {"generate", file, "--out", results.resolve("twin.csv")};
            case "metadata" ->
                new Object[] {"generate", good, "--metadata", file, "--out", results.resolve("twin.csv")};
            case "evaluate" -> new Object[] {"evaluate", "--real", good, "--synthetic", file};
            default -> new Object[] {"evaluate", "--real", good, "--synthetic", good, "--holdout", file};
        };
    }

    private static Object[] withJson(Object[] line) {
        return Stream.concat(Stream.of(line), Stream.of("--json")).toArray();
    }

    @Test
    void aFolderWithoutTablesIsNotClassifiedAsNothing() throws IOException {
        Tables.write(results.resolve("readme.md"), "no table");
        Ran.verisim("classify", results).refused(2, "The folder '" + results + "' holds no table.", ".parquet");
    }

    @Test
    void aFolderIsClassifiedFileByFileCompressedOnesToo() throws IOException {
        Files.copy(good, results.resolve("a.csv"));
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(results.resolve("b.csv.gz")))) {
            Files.copy(good, gzip);
        }
        assertThat(Ran.verisim("classify", results, "--json").document().path("tables"))
                .extracting(table -> table.path("table").asString() + table.path("rows"))
                .containsExactly("a50", "b50");
    }

    @Test
    void metadataThatIsNoneIsRefusedBeforeAnyWork() throws IOException {
        Path broken = Tables.write(folder.resolve("broken.json"), "{\"tables\":");
        Path untyped = Tables.write(folder.resolve("untyped.json"), "{\"columns\":{\"age\":{}}}");
        Path twin = results.resolve("twin.csv");

        Ran refused = Ran.verisim("generate", good, "--metadata", broken, "--out", twin)
                .refused(11, "broken.json", "no JSON document", "Give metadata of version V1");
        assertThat(refused.err()).as("progress of a generation").doesNotContain("generating");
        Ran.verisim("evaluate", "--real", good, "--synthetic", good, "--metadata", untyped)
                .refused(11, "untyped.json", "column 'age' has no 'sdtype'");
        assertThat(Tables.names(results)).isEmpty();
    }

    @Test
    void textThatIsNotUtf8IsReadAndSaidSo() throws IOException {
        Path latin = Files.write(
                folder.resolve("latin.csv"),
                ("stadt,n\n" + "K\u00f6ln,1\nF\u00fcrth,2\n".repeat(20)).getBytes(ISO_8859_1));
        assertThat(Ran.verisim("classify", latin).fine().out()).contains("Read as ISO-8859-1, not UTF-8.");

        Path twin = results.resolve("twin.csv");
        Ran.verisim("generate", latin, "--out", twin).fine();
        assertThat(Files.readString(twin)).contains("K\u00f6ln", "F\u00fcrth");
    }
}
