package io.verisim.tabular.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.LoadedTable;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import io.verisim.testkit.SharedFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetFormatTest {

    private static final TableSchema SCHEMA = new TableSchema(
            "people",
            List.of(
                    ColumnSchema.of("id", ColumnType.INTEGER),
                    ColumnSchema.of("pay", ColumnType.DECIMAL),
                    ColumnSchema.of("ok", ColumnType.BOOLEAN).withFormat("Yes|No", null),
                    ColumnSchema.of("born", ColumnType.DATE).withFormat("dd.MM.yyyy", null),
                    ColumnSchema.of("seen", ColumnType.DATETIME).withFormat("yyyy-MM-dd'T'HH:mm:ss", null),
                    ColumnSchema.of("at", ColumnType.TIME).withFormat("HH:mm", null),
                    ColumnSchema.of("na, \"me\"", ColumnType.TEXT)));

    @TempDir
    Path folder;

    @Test
    void typedColumnsComeBack() throws IOException {
        Path file = folder.resolve("people.parquet");
        write(
                file,
                SCHEMA,
                List.of(
                        Arrays.asList("1", "9223372036854775807", null),
                        Arrays.asList("1.25", "-3", null),
                        Arrays.asList("Yes", "No", null),
                        Arrays.asList("29.02.2024", "31.12.1899", null),
                        Arrays.asList("2024-02-29T23:59:59", "1900-01-01T00:00:00", null),
                        Arrays.asList("23:59", "00:00", null),
                        Arrays.asList("Zoë", "", null)));
        TextTable table = TableFiles.read(file, ReadOptions.defaults());
        assertThat(row(table, 0))
                .containsExactly("1", "1.25", "true", "2024-02-29", "2024-02-29 23:59:59.000000", "23:59", "Zoë");
        assertThat(row(table, 1))
                .containsExactly(
                        "9223372036854775807",
                        "-3.0",
                        "false",
                        "1899-12-31",
                        "1900-01-01 00:00:00.000000",
                        "00:00",
                        "");
        assertThat(row(table, 2)).containsOnlyNulls().hasSize(7);
    }

    @Property(tries = 100, maxSize = 3_000)
    void anyTextAndAnyWholeNumberComesBack(RandomGenerator random, int size, @TempDir Path temporary)
            throws IOException {
        TableSchema schema = new TableSchema(
                "t", List.of(ColumnSchema.of("n", ColumnType.INTEGER), ColumnSchema.of("s", ColumnType.TEXT)));
        List<@Nullable String> numbers = new ArrayList<>();
        List<@Nullable String> texts = new ArrayList<>();
        long spread = random.nextLong() >>> 1 >>> random.nextInt(60);
        for (int row = 0; row <= size; row++) {
            numbers.add(random.nextInt(7) == 0 ? null : Long.toString(random.nextLong(-spread - 1, spread + 1)));
            texts.add(random.nextInt(7) == 0 ? null : "ß" + random.nextInt(1 + random.nextInt(size + 1)));
        }
        Path file = temporary.resolve("t.parquet");
        write(file, schema, List.of(numbers, texts));
        TextTable table = TableFiles.read(file, ReadOptions.defaults());
        assertThat(values(table.columns().get(0))).isEqualTo(numbers);
        assertThat(values(table.columns().get(1))).isEqualTo(texts);
    }

    @Property(tries = 400, maxSize = 200)
    void aDamagedFileIsReadOrRefusedButNeverBreaksTheReader(RandomGenerator random, int size, @TempDir Path temporary)
            throws IOException {
        TableSchema schema = new TableSchema(
                "t", List.of(ColumnSchema.of("n", ColumnType.DECIMAL), ColumnSchema.of("s", ColumnType.TEXT)));
        List<@Nullable String> numbers = new ArrayList<>();
        List<@Nullable String> texts = new ArrayList<>();
        for (int row = 0; row <= size; row++) {
            numbers.add(random.nextInt(7) == 0 ? null : Integer.toString(random.nextInt(50)));
            texts.add("x" + random.nextInt(30));
        }
        Path file = temporary.resolve("t.parquet");
        write(file, schema, List.of(numbers, texts));
        byte[] bytes = Files.readAllBytes(file);
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            // most of a small file is its footer, where damage is most dangerous
            bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
        }
        Files.write(file, bytes);
        Throwable thrown = catchThrowable(() -> TableFiles.read(file, ReadOptions.defaults()));
        assertThat(thrown == null || thrown instanceof VerisimException)
                .as("%s", thrown)
                .isTrue();
    }

    @Test
    void severalRowGroupsAndManyPagesComeBackAndTheBytesNeverVary() throws IOException {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < 1_050_000; i++) {
            values.add(Integer.toString(i));
        }
        TableSchema schema = new TableSchema("t", List.of(ColumnSchema.of("n", ColumnType.INTEGER)));
        TextTable block = new TextTable("t", List.of(TextColumn.of("n", values)));
        byte[] first = bytes(schema, block);
        Path file = Files.write(folder.resolve("big.parquet"), first);
        assertThat(values(
                        TableFiles.read(file, ReadOptions.defaults()).columns().getFirst()))
                .isEqualTo(values);
        assertThat(bytes(schema, block)).isEqualTo(first);
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithItsColumnAndLeavesNoFile() {
        Path file = folder.resolve("t.parquet");
        TableSchema schema = new TableSchema("t", List.of(ColumnSchema.of("n", ColumnType.INTEGER)));
        assertThatThrownBy(() -> write(file, schema, List.of(List.of("1", "many"))))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("'n'")
                .hasMessageNotContaining("many");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsCalledParquetButIsNoneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("t.parquet"), "a,b\n1,2\n");
        assertThat(((VerisimException) catchThrowable(() -> TableFiles.read(file, ReadOptions.defaults())))
                        .detail()
                        .code())
                .isEqualTo("PARQUET_MALFORMED");
    }

    @Test
    void filesOfOtherWritersAreReadAndDamagedOnesRefusedCleanly() throws IOException {
        Path suite = SharedFiles.require("data/parquet/parquet-testing");
        int read = 0;
        for (Path file : parquetFiles(suite)) {
            Throwable thrown = catchThrowable(() -> TableFiles.read(file, ReadOptions.defaults()));
            assertThat(thrown == null || thrown instanceof VerisimException)
                    .as("%s: %s", file, thrown)
                    .isTrue();
            if (file.toString().contains("bad_data")) {
                assertThat(thrown).as(file.toString()).isInstanceOf(VerisimException.class);
            }
            read += thrown == null ? 1 : 0;
        }
        assertThat(read).isGreaterThanOrEqualTo(READABLE);
    }

    @Test
    void aTableOfApacheImpalaIsReadAsItIs() throws IOException {
        Path file = parquetFiles(SharedFiles.require("data/parquet/parquet-testing")).stream()
                .filter(f -> f.endsWith("alltypes_plain.snappy.parquet"))
                .findFirst()
                .orElseGet(() -> SharedFiles.require("data/parquet/alltypes_plain.snappy.parquet"));
        LoadedTable loaded = TableFiles.load(file, ReadOptions.defaults());
        assertThat(loaded.format()).isEqualTo("parquet");
        assertThat(row(loaded.table(), 0))
                .containsExactly(
                        "6", "true", "0", "0", "0", "0", "0.0", "0.0", "04/01/09", "0", "2009-04-01 00:00:00.000000");
        assertThat(row(loaded.table(), 1))
                .containsExactly(
                        "7",
                        "false",
                        "1",
                        "1",
                        "1",
                        "10",
                        "1.1",
                        "10.1",
                        "04/01/09",
                        "1",
                        "2009-04-01 00:01:00.000000");
    }

    /** Their values lie beside them as text. */
    @ParameterizedTest
    @ValueSource(strings = {"delta_binary_packed", "delta_byte_array", "delta_encoding_optional_column"})
    void filesOfOtherWritersHoldTheValuesTheirTextHolds(String name) throws IOException {
        Path folder = SharedFiles.require("data/parquet/parquet-testing/data");
        TextTable expected = TableFiles.read(folder.resolve(name + "_expect.csv"), ReadOptions.defaults());
        TextTable found = TableFiles.read(folder.resolve(name + ".parquet"), ReadOptions.defaults());
        assertThat(found.rows()).isEqualTo(expected.rows());
        for (int c = 0; c < found.columns().size(); c++) {
            assertThat(values(found.columns().get(c)))
                    .as(found.columns().get(c).name())
                    .isEqualTo(values(expected.columns().get(c)));
        }
    }

    private static final int READABLE = 17;

    private static List<Path> parquetFiles(Path suite) throws IOException {
        try (Stream<Path> files = Files.walk(suite)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(TableSchema schema, TextTable block) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableFiles.writer(out, "parquet", schema)) {
            writer.write(block);
            writer.finish();
        }
        return out.toByteArray();
    }

    private static void write(Path file, TableSchema schema, List<List<@Nullable String>> columns) throws IOException {
        List<TextColumn> made = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            made.add(TextColumn.of(schema.columnNames().get(c), columns.get(c)));
        }
        try (TableWriter writer = TableFiles.writer(file, schema, false)) {
            writer.write(new TextTable(schema.name(), made));
            writer.finish();
        }
    }

    private static List<@Nullable String> row(TextTable table, int row) {
        return Arrays.asList(
                table.columns().stream().map(column -> column.value(row)).toArray(String[]::new));
    }

    private static List<@Nullable String> values(TextColumn column) {
        List<@Nullable String> values = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            values.add(column.value(row));
        }
        return values;
    }
}
