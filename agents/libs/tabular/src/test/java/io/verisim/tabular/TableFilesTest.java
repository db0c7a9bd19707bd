package io.verisim.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {

    private static final TableSchema SCHEMA = new TableSchema(
            "t", List.of(ColumnSchema.of("a", ColumnType.TEXT), ColumnSchema.of("b,c", ColumnType.TEXT)));

    private static final TextTable BLOCK = new TextTable(
            "t",
            List.of(
                    TextColumn.of("a", Arrays.asList("1", null, " x")),
                    TextColumn.of("b,c", Arrays.asList("", "it's \"so\"", "two\nlines"))));

    @TempDir
    Path folder;

    @Test
    void theCanonicalDialectIsWrittenToTheByte() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer = TableFiles.writer(out, "csv", SCHEMA);
        writer.write(BLOCK);
        writer.finish();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("a,\"b,c\"\n1,\"\"\n,\"it's \"\"so\"\"\"\n\" x\",\"two\nlines\"\n");
    }

    @Test
    void aTsvFileHasTabs() throws IOException {
        Path file = write(folder.resolve("t.tsv"), false);
        assertThat(Files.readString(file)).startsWith("a\tb,c\n1\t\"\"\n");
        assertThat(TableFiles.read(file, ReadOptions.defaults())
                        .columns()
                        .get(1)
                        .value(2))
                .isEqualTo("two\nlines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.json", "t.jsonl", "t.parquet"})
    void aFileAppearsOnlyWhenItIsFinished(String name) throws IOException {
        Path file = folder.resolve(name);
        try (TableWriter writer = TableFiles.writer(file, SCHEMA, false)) {
            writer.write(BLOCK);
            assertThat(file).doesNotExist();
        }
        assertThat(folder).isEmptyDirectory();
        write(file, false);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anExistingFileIsRefusedUnlessItMayBeReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "old");
        assertThatThrownBy(() -> TableFiles.writer(file, SCHEMA, false)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("old");
        write(file, true);
        assertThat(file).content().startsWith("a,");
    }

    @Test
    void aSuffixWithoutAFormatIsRefusedAndTheKnownOnesAreNamed() {
        assertThatThrownBy(() -> TableFiles.writer(folder.resolve("t.xyz"), SCHEMA, false))
                .isInstanceOfSatisfying(
                        VerisimException.class,
                        e -> assertThat(e.detail().remedy()).contains(".csv", ".jsonl", ".parquet"));
        assertThat(TableFiles.isWritable(Path.of("a.PARQUET"))).isTrue();
        assertThat(TableFiles.isWritable(Path.of("a.xyz"))).isFalse();
    }

    @Test
    void aReadableFileIsNamedAsATableCompressedOrNot() {
        assertThat(TableFiles.isReadable(Path.of("a.csv.gz"))).isTrue();
        assertThat(TableFiles.isReadable(Path.of("A.JSON"))).isTrue();
        assertThat(TableFiles.isReadable(Path.of("a.md"))).isFalse();
        assertThat(TableFiles.isReadable(Path.of("/"))).isFalse();
        assertThat(TableFiles.isWritable(Path.of("/"))).isFalse();
    }

    @Test
    void aCompressedFileThatWasCutIsADataError() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a\n".getBytes(StandardCharsets.UTF_8));
            gzip.write(new Random(3)
                    .ints(200_000)
                    .mapToObj(i -> i + "\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (int kept : new int[] {3, 12, bytes.size() / 2, bytes.size() - 1}) {
            Path file = Files.write(folder.resolve("t.csv.gz"), Arrays.copyOf(bytes.toByteArray(), kept));
            assertThatThrownBy(() -> TableFiles.read(file, ReadOptions.defaults()))
                    .isInstanceOfSatisfying(
                            VerisimException.class,
                            e -> assertThat(e.detail().code())
                                    .as("%d bytes", kept)
                                    .isEqualTo("TABLE_BROKEN_GZIP"));
        }
    }

    @Test
    void aNameIsShownOnOneLineOfReasonableLength() {
        assertThat(ColumnNames.shown("say \"hi\",\r\n\tnow")).isEqualTo("say \"hi\", now");
        assertThat(ColumnNames.shown("x".repeat(1 << 20))).hasSize(61).endsWith("x…");
        assertThat(ColumnNames.shown("😀".repeat(61))).isEqualTo("😀".repeat(60) + "…");
    }

    @Test
    void aDiskThatIsFullNamesTheFile() throws IOException {
        Path file = folder.resolve("t.csv");
        assertThatThrownBy(() -> {
                    try (TableWriter writer = FileTableWriter.open(file, out -> new NoRoom(), false)) {
                        writer.write(BLOCK);
                    }
                })
                .isInstanceOfSatisfying(FileSystemException.class, e -> {
                    assertThat(e.getFile()).isEqualTo(file.toString());
                    assertThat(e.getReason()).isEqualTo("No space left on device");
                });
        assertThat(folder).isEmptyDirectory();
    }

    private static final class NoRoom implements TableWriter {

        @Override
        public void write(TypedTable block) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void finish() {}

        @Override
        public void close() throws IOException {
            throw new IOException("No space left on device, still");
        }
    }

    @Test
    void aBlockWithOtherColumnsIsRefused() {
        assertThatThrownBy(() -> {
                    try (TableWriter writer = TableFiles.writer(folder.resolve("t.csv"), SCHEMA, false)) {
                        writer.write(new TextTable("t", List.of(TextColumn.of("z", List.of("1")))));
                    }
                })
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileIsScannedRowByRow() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "a;b\n1;\n2;x\n");
        List<String> calls = new ArrayList<>();
        TableFiles.scan(file, ReadOptions.defaults(), new RowSink() {
            @Override
            public void columns(List<String> names) {
                calls.add(names.toString());
            }

            @Override
            public void text(int column, char[] buffer, int offset, int length) {
                calls.add(column + "=" + new String(buffer, offset, length));
            }

            @Override
            public void missing(int column) {
                calls.add(column + " missing");
            }

            @Override
            public void endRow() {
                calls.add("end");
            }
        });
        assertThat(calls).containsExactly("[a, b]", "0=1", "1 missing", "end", "0=2", "1=x", "end");
    }

    private Path write(Path file, boolean overwrite) throws IOException {
        try (TableWriter writer = TableFiles.writer(file, SCHEMA, overwrite)) {
            writer.write(BLOCK);
            writer.finish();
        }
        return file;
    }
}
