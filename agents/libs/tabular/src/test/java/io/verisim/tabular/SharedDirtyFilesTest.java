package io.verisim.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.VerisimException;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that other projects keep to test readers. */
class SharedDirtyFilesTest {

    /** Its expected values belong to another edition of the file, and it is not valid UTF-8 in either. */
    private static final String MISMATCHED = "location_coordinates";

    @Test
    void theConformanceSuiteOfCsvReadsAsItsJsonSays() throws IOException {
        Path suite = SharedFiles.require("data/dirty/csv-spectrum");
        for (Path csv : files(suite.resolve("csvs"))) {
            String name = csv.getFileName().toString().replace(".csv", "");
            if (name.equals(MISMATCHED)) {
                continue;
            }
            TextTable table = TableFiles.read(csv, ReadOptions.defaults().withMissing(Set.of()));
            TextTable expected = TableFiles.read(suite.resolve("json").resolve(name + ".json"), ReadOptions.defaults());
            assertThat(rows(table)).as(name).isEqualTo(rows(expected));
        }
    }

    @Test
    void theInputsOfADataProfilerAreReadOrRefusedCleanly() throws IOException {
        Path folder = SharedFiles.require("data/dirty/dataprofiler");
        int read = 0;
        int refused = 0;
        for (Path file : files(folder)) {
            Throwable thrown = catchThrowable(() -> TypeInference.infer(TableFiles.read(file, ReadOptions.defaults())));
            assertThat(thrown == null || thrown instanceof VerisimException)
                    .as("%s: %s", file.getFileName(), thrown)
                    .isTrue();
            if (thrown instanceof VerisimException refusal) {
                assertThat(refusal.detail().category()).isEqualTo(ErrorCategory.DATA);
                assertThat(refusal.detail().context()).containsKey("file");
                assertThat(refusal.detail().remedy()).isNotBlank();
                refused++;
            } else {
                read++;
            }
        }
        assertThat(read).isGreaterThan(60).isGreaterThan(refused);
    }

    @Test
    void everyTableOfTheSampleDataIsRead() throws IOException {
        for (String folder : List.of("data/single", "data/pii", "data/itsm", "data/multi/chinook/csv")) {
            for (Path file : files(SharedFiles.require(folder))) {
                if (file.toString().endsWith(".csv") || file.toString().endsWith(".csv.gz")) {
                    TextTable table = TableFiles.read(file, ReadOptions.defaults());
                    assertThat(table.rows()).as(file.toString()).isPositive();
                    assertThat(TypeInference.infer(table).columns()).hasSameSizeAs(table.columns());
                }
            }
        }
    }

    private static List<Map<String, String>> rows(TextTable table) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Map<String, String> values = new TreeMap<>();
            for (TextColumn column : table.columns()) {
                String value = column.value(row);
                if (value != null) {
                    values.put(column.name(), value);
                }
            }
            rows.add(values);
        }
        return rows;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
