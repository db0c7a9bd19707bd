package io.verisim.tabular.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFormatTest {

    @TempDir
    Path folder;

    @Test
    void anArrayOfObjectsIsATableOfAllTheirNames() throws IOException {
        TextTable table = read("t.json", """
                [{"id": 1, "name": "Ada", "ok": true},
                 {"id": 2.50, "name": null, "tags": ["a", {"b": 1}]}]
                """);
        assertThat(table.columns().stream().map(TextColumn::name)).containsExactly("id", "name", "ok", "tags");
        assertThat(row(table, 0)).containsExactly("1", "Ada", "true", null);
        assertThat(row(table, 1)).containsExactly("2.50", null, null, "[\"a\",{\"b\":1}]");
    }

    @Test
    void oneObjectALineIsATableToo() throws IOException {
        TextTable table = read("t.jsonl", "{\"a\":1}\n\n{\"a\":\"\"}\n");
        assertThat(row(table, 0)).containsExactly("1");
        assertThat(row(table, 1)).containsExactly("");
    }

    @Test
    void whatIsNoTableIsRefusedWithItsPlace() throws IOException {
        assertThat(refusal("[1, 2]").detail().code()).isEqualTo("JSON_NO_TABLE");
        assertThat(refusal("[{\"a\":1}, 2]").detail().context()).containsEntry("row", "2");
        assertThat(refusal("[]").detail().code()).isEqualTo("TABLE_NO_ROWS");
        assertThat(refusal("[{\"a\":1},\n{\"a\":secret}]").detail().message())
                .contains("line 2")
                .doesNotContain("secret");
        assertThat(refusal("{\"a\":1,\"a\":2}").detail().code()).isEqualTo("TABLE_DUPLICATE_COLUMN");
        assertThat(refusal("{\"a\":1").detail().code()).isEqualTo("JSON_MALFORMED");
        assertThat(refusal("[{\"a\":1}] x").detail().code()).isEqualTo("JSON_MALFORMED");
    }

    @Test
    void valuesAreWrittenByTypeAndReadBack() throws IOException {
        TableSchema schema = new TableSchema(
                "t",
                List.of(
                        ColumnSchema.of("n", ColumnType.INTEGER),
                        ColumnSchema.of("ok", ColumnType.BOOLEAN).withFormat("Yes|No", null),
                        ColumnSchema.of("say \"hi\"\n", ColumnType.TEXT)));
        TextTable table = table(
                Arrays.asList("1", null, "many"), Arrays.asList("Yes", "No", null), Arrays.asList("ü\u0001", "", "\\"));
        Path array = write("t.json", schema, table);
        assertThat(Files.readString(array)).isEqualTo("""
                [
                {"n":1,"ok":true,"say \\"hi\\"\\n":"ü\\u0001"},
                {"n":null,"ok":false,"say \\"hi\\"\\n":""},
                {"n":"many","ok":null,"say \\"hi\\"\\n":"\\\\"}
                ]
                """);
        TextTable back = TableFiles.read(array, ReadOptions.defaults());
        assertThat(row(back, 0)).containsExactly("1", "true", "ü\u0001");
        Path lines = write("t.jsonl", schema, table);
        assertThat(Files.readAllLines(lines)).hasSize(3).allMatch(line -> line.startsWith("{\"n\":"));
        assertThat(row(TableFiles.read(lines, ReadOptions.defaults()), 2)).containsExactly("many", null, "\\");
    }

    @Test
    void theConformanceSuiteIsReadOrRefusedCleanly() throws IOException {
        Path suite = SharedFiles.require("data/json/JSONTestSuite");
        try (Stream<Path> files = Files.walk(suite)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")).toList())
                    .isNotEmpty()
                    .allSatisfy(JsonFormatTest::conforms);
        }
    }

    private static void conforms(Path file) {
        String name = file.getFileName().toString();
        Throwable thrown = catchThrowable(() -> TableFiles.read(file, ReadOptions.defaults()));
        assertThat(thrown)
                .as(name)
                .satisfiesAnyOf(t -> assertThat(t).isNull(), t -> assertThat(t).isInstanceOf(VerisimException.class));
        if (name.startsWith("n_")) {
            assertThat(thrown).as(name).isInstanceOf(VerisimException.class);
        }
        if (name.startsWith("y_") && thrown instanceof VerisimException refusal && !name.contains("duplicated")) {
            assertThat(refusal.detail().code()).as(name).isNotEqualTo("JSON_MALFORMED");
        }
    }

    private static TextTable table(List<@Nullable String> n, List<@Nullable String> ok, List<@Nullable String> text) {
        return new TextTable(
                "t", List.of(TextColumn.of("n", n), TextColumn.of("ok", ok), TextColumn.of("say \"hi\"\n", text)));
    }

    private Path write(String name, TableSchema schema, TextTable table) throws IOException {
        Path file = folder.resolve(name);
        try (TableWriter writer = TableFiles.writer(file, schema, false)) {
            writer.write(table);
            writer.finish();
        }
        return file;
    }

    private TextTable read(String name, String text) throws IOException {
        return TableFiles.read(Files.writeString(folder.resolve(name), text), ReadOptions.defaults());
    }

    private VerisimException refusal(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.json"), text);
        return catchThrowableOfType(VerisimException.class, () -> TableFiles.read(file, ReadOptions.defaults()));
    }

    private static List<@Nullable String> row(TextTable table, int row) {
        return Arrays.asList(
                table.columns().stream().map(column -> column.value(row)).toArray(String[]::new));
    }
}
