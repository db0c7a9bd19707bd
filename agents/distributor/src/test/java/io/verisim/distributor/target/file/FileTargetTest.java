package io.verisim.distributor.target.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.distributor.target.Dataset;
import io.verisim.distributor.target.Datasets;
import io.verisim.distributor.target.LoadOutcome;
import io.verisim.distributor.target.LoadRequest;
import io.verisim.distributor.target.RandomTables;
import io.verisim.distributor.target.Target;
import io.verisim.distributor.target.TargetContract;
import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.testkit.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileTargetTest extends TargetContract {

    @Override
    protected Target target() {
        return new FileTarget();
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("format", "csv");
    }

    @Override
    protected LoadRequest.Surroundings surroundings() throws IOException {
        return Datasets.surroundings(null, folder.resolve("exports"), Files.createTempDirectory(folder, "scratch"));
    }

    @Override
    protected List<List<@Nullable String>> rows(LoadOutcome outcome, List<String> columns) throws IOException {
        return read(outcome.file().orElseThrow().file(), columns);
    }

    private static List<List<@Nullable String>> read(Path file, List<String> columns) throws IOException {
        TextTable table = TableFiles.read(file, ReadOptions.canonicalCsv());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<@Nullable String> values = new ArrayList<>();
            for (String column : columns) {
                values.add(table.column(column).orElseThrow().value(row));
            }
            rows.add(values);
        }
        return rows;
    }

    /** What a stopped load wrote lies in the scratch directory, which goes with the task. */
    @Override
    protected boolean holdsNothing(String table) throws IOException {
        Path exports = folder.resolve("exports");
        if (!Files.exists(exports)) {
            return true;
        }
        try (Stream<Path> files = Files.walk(exports)) {
            return files.noneMatch(Files::isRegularFile);
        }
    }

    private LoadOutcome load(Dataset dataset, Map<String, Object> more) throws IOException {
        Map<String, Object> settings = new HashMap<>(settings());
        settings.putAll(more);
        return target().load(Datasets.request("file", settings, dataset, surroundings()), rows -> {});
    }

    private Dataset named(String... names) throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            rows.add(row(Integer.toString(i), names[i]));
        }
        return Datasets.of(folder, people("people"), List.of(rows));
    }

    @Test
    void smallerBlocksChangeNoByte() throws IOException {
        Dataset usual = named("Ann", "Bo", "Cid", "Dee", "Eve", "Fay", "Gus");
        for (String format : List.of("csv", "json", "jsonl", "parquet")) {
            Path whole =
                    load(usual, Map.of("format", format)).file().orElseThrow().file();
            for (int rows : new int[] {1, 2, 3}) {
                Dataset small = new Dataset(usual.schema(), usual.chunks(), usual.manifest(), rows);
                assertThat(load(small, Map.of("format", format))
                                .file()
                                .orElseThrow()
                                .file())
                        .as("%s in blocks of %d rows", format, rows)
                        .hasSameBinaryContentAs(whole);
            }
        }
    }

    @Test
    void anExportNeverReplacesAnotherFileAndARepeatIsNoError() throws Exception {
        Map<String, Object> export = Map.of("path", "out/people.csv", "metadata", true);
        LoadOutcome first = load(named("Ann"), export);
        Path file = folder.resolve("exports/out/people.csv");
        assertThat(first.place()).isEqualTo("out/people.csv");
        assertThat(read(file, List.of("name"))).containsExactly(row("Ann"));
        assertThat(folder.resolve("exports/out/people.csv.manifest.json")).hasContent("{\"table\":\"people\"}");

        assertThat(load(named("Ann"), export).repeated()).isTrue();
        assertThatThrownBy(() -> load(named("Bo"), export))
                .isInstanceOfSatisfying(
                        VerisimException.class,
                        e -> assertThat(e.detail().code()).isEqualTo("EXPORT_EXISTS"));
        assertThat(read(file, List.of("name"))).containsExactly(row("Ann"));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void anExportStaysInsideItsFolder() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createDirectories(folder.resolve("exports"));
        Files.createSymbolicLink(folder.resolve("exports/link"), outside);
        for (String path :
                List.of("../x.csv", "a/../../x.csv", outside.resolve("x.csv").toString(), ".", "link/x.csv")) {
            assertThatThrownBy(() -> load(named("Ann"), Map.of("path", path)))
                    .as(path)
                    .isInstanceOf(VerisimException.class)
                    .hasMessageContaining("'path'");
        }
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void withoutAnExportFolderAPathIsRefused() throws Exception {
        LoadRequest request = Datasets.request(
                "file",
                Map.of("path", "people.csv"),
                named("Ann"),
                Datasets.surroundings(null, Path.of(""), Files.createTempDirectory(folder, "scratch")));
        assertThatThrownBy(() -> target().load(request, rows -> {})).hasMessageContaining("no export folder");
    }

    @Test
    void columnsComeInTheWishedOrderAndAMarkInFrontWhereWished() throws Exception {
        LoadOutcome outcome = load(named("Ann"), Map.of("order", List.of("name"), "bom", true));
        assertThat(Files.readString(outcome.file().orElseThrow().file())).isEqualTo("\uFEFFname,id\nAnn,0\n");
        assertThatThrownBy(() -> load(named("Ann"), Map.of("format", "jsonl", "bom", true)))
                .hasMessageContaining("'bom'");
    }

    @Test
    void anUnknownFormatIsNamed() throws Exception {
        assertThatThrownBy(() -> load(named("Ann"), Map.of("format", "dbase")))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining("dbase");
    }

    /** Property 18. */
    @Property(maxSize = 60)
    void everyFormatHoldsWhatWasGiven(RandomGenerator random, int size) throws Exception {
        TableSchema schema = RandomTables.schema(random);
        List<List<@Nullable String>> rows = RandomTables.rows(schema, size + 1, random);
        Dataset dataset = Datasets.of(folder, schema, List.of(rows.subList(0, 1), rows.subList(1, rows.size())));
        for (String format : List.of("csv", "json", "jsonl", "parquet")) {
            LoadOutcome outcome = load(dataset, Map.of("format", format));
            assertThat(outcome.records()).isEqualTo(rows.size());
            List<List<@Nullable String>> back =
                    read(outcome.file().orElseThrow().file(), schema.columnNames());
            assertThat(back).as(format).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                assertRow(format, schema, back.get(i), rows.get(i));
            }
        }
    }

    /** Formats with types of their own spell numbers and booleans their own way. */
    private static void assertRow(
            String format, TableSchema schema, List<@Nullable String> actual, List<@Nullable String> expected) {
        for (int c = 0; c < expected.size(); c++) {
            String got = actual.get(c);
            String wanted = expected.get(c);
            ColumnSchema column = schema.columns().get(c);
            if (got != null && wanted != null && column.type() == ColumnType.DECIMAL) {
                assertThat(Double.parseDouble(got)).as(format).isEqualTo(Double.parseDouble(wanted));
            } else if (got != null && wanted != null && column.type() == ColumnType.BOOLEAN) {
                boolean yes = String.valueOf(column.format()).startsWith(wanted + "|");
                assertThat(got).as(format).isIn(wanted, String.valueOf(yes));
            } else {
                assertThat(got).as(format + ", column %s", column).isEqualTo(wanted);
            }
        }
    }
}
