package io.verisim.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.testkit.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Property 22: what is in a file of any format is what is read, whatever the values hold. */
class FormatsPropertyTest {

    private static final String[] PIECES = {
        "a",
        "B",
        "7",
        " ",
        ",",
        ";",
        "\t",
        "|",
        "\"",
        "'",
        "\n",
        "\r\n",
        "\r",
        "é",
        "€",
        "\uD83D\uDE00",
        "-",
        "NULL",
        "true",
        "\\",
        "\u0001",
        "{",
        "}",
        "\u2028",
        "\ufeff"
    };

    @TempDir
    Path folder;

    @Property(tries = 150, maxSize = 60)
    void canonicalTextIsReadBackExactly(RandomGenerator random, int size) throws IOException {
        TextTable table = table(random, size, true);
        assertSame(roundTrip(table, "t.csv", ReadOptions.canonicalCsv()), table);
    }

    @Property(tries = 150, maxSize = 60)
    void jsonIsReadBackExactly(RandomGenerator random, int size) throws IOException {
        TextTable table = table(random, size, true);
        String suffix = random.nextBoolean() ? ".json" : ".jsonl";
        assertSame(roundTrip(table, "t" + suffix, ReadOptions.defaults()), table);
    }

    @Property(tries = 150, maxSize = 60)
    void parquetIsReadBackExactly(RandomGenerator random, int size) throws IOException {
        TextTable table = table(random, size, true);
        assertSame(roundTrip(table, "t.parquet", ReadOptions.defaults()), table);
    }

    /** Tables with columns of words and numbers in any dialect; no value is empty and none is missing. */
    @Property(tries = 150, maxSize = 40)
    void anyDialectIsDetected(RandomGenerator random, int size) throws IOException {
        int columns = 2 + random.nextInt(6);
        int rows = 3 + size;
        String separator = List.of(",", ";", "\t", "|").get(random.nextInt(4));
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        List<List<String>> cells = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row <= rows; row++) {
            List<String> line = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                boolean quote = row > 0 && random.nextInt(5) == 0;
                String value = row == 0 ? "col" + column : "v" + random.nextInt(1000) + (quote ? ", ;|\t\"x\"\n" : "");
                line.add(value);
                text.append(column == 0 ? "" : separator)
                        .append(quote ? '"' + value.replace("\"", "\"\"") + '"' : value);
            }
            cells.add(line);
            text.append(row == rows && random.nextBoolean() ? "" : end);
        }
        TextTable read =
                TableFiles.read(Files.writeString(folder.resolve("t.csv"), text.toString()), ReadOptions.defaults());
        assertThat(read.columns().stream().map(TextColumn::name)).containsExactlyElementsOf(cells.getFirst());
        for (int row = 0; row < rows; row++) {
            int line = row;
            assertThat(read.columns().stream().map(column -> column.value(line)))
                    .containsExactlyElementsOf(cells.get(row + 1));
        }
    }

    private TextTable roundTrip(TextTable table, String name, ReadOptions options) throws IOException {
        Path file = folder.resolve(name);
        TableSchema schema = new TableSchema(
                table.name(),
                table.columns().stream()
                        .map(column -> ColumnSchema.of(column.name(), ColumnType.TEXT))
                        .toList());
        try (TableWriter writer = TableFiles.writer(file, schema, false)) {
            int cut = table.rows() / 2;
            writer.write(slice(table, 0, cut));
            writer.write(slice(table, cut, table.rows()));
            writer.finish();
        }
        return TableFiles.read(file, options);
    }

    private static TextTable slice(TextTable table, int from, int to) {
        return new TextTable(
                table.name(),
                table.columns().stream()
                        .map(column -> TextColumn.coded(
                                column.name(),
                                IntStream.range(from, to)
                                        .map(row -> column.codes()[row])
                                        .toArray(),
                                column.dictionary()))
                        .toList());
    }

    private static TextTable table(RandomGenerator random, int size, boolean gaps) {
        int columns = 1 + random.nextInt(6);
        Set<String> names = new java.util.LinkedHashSet<>();
        while (names.size() < columns) {
            names.add("n" + text(random, 4));
        }
        return new TextTable(
                "t",
                names.stream()
                        .map(name -> {
                            List<@Nullable String> values = new ArrayList<>();
                            for (int row = 0; row <= size; row++) {
                                values.add(gaps && random.nextInt(5) == 0 ? null : text(random, 6));
                            }
                            return TextColumn.of(name, values);
                        })
                        .toList());
    }

    private static String text(RandomGenerator random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static void assertSame(TextTable actual, TextTable expected) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        for (TextColumn column : expected.columns()) {
            TextColumn found = actual.column(column.name()).orElseThrow();
            for (int row = 0; row < expected.rows(); row++) {
                assertThat(found.value(row)).isEqualTo(column.value(row));
            }
        }
    }
}
