package io.verisim.bench.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.verisim.bench.BenchmarkRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Looks, with nothing of the engine's own code, for identifying values of the source in the twin: those of columns
 * of an identifying type that occur in fewer than five rows, compared by letters and digits alone.
 */
final class RareValues {

    private static final int ROWS = 5;

    /** The types whose rare values must not come back; dates of birth, places and numbers are statistical. */
    private static final Set<String> IDENTIFYING = Set.of(
            "name",
            "email",
            "phone",
            "national_id",
            "address",
            "credit_card",
            "iban",
            "bank_account",
            "ip",
            "username",
            "password",
            "id",
            "device_id",
            "free_text");

    /** Shorter ones, such as initials or a house number, identify nobody. */
    private static final int LEAST_LENGTH = 3;

    private RareValues() {}

    /** The number of different values found in the column they come from; NaN where nothing could be compared. */
    static double measure(BenchmarkRun run, Path source, Path twin) throws IOException, InterruptedException {
        run.say("Looking for values of real persons in the twin");
        JsonNode classified = run.launcher()
                .run(run.scratch(), List.of("classify", source.toString()))
                .document();
        Map<String, Set<String>> rare = rare(source, columns(classified));
        if (rare.isEmpty()) {
            return Double.NaN;
        }
        Set<String> found = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(twin)) {
            for (NamedCsvRecord row : rows) {
                rare.forEach((column, values) -> {
                    String value = letters(row.findField(column).orElse(""));
                    if (values.contains(value)) {
                        found.add(column + ":" + value);
                    }
                });
            }
        }
        return found.size();
    }

    private static List<String> columns(JsonNode classified) {
        List<String> columns = new ArrayList<>();
        for (JsonNode column : classified.at("/tables/0/columns")) {
            if (IDENTIFYING.contains(column.path("sensitivityType").asString(""))) {
                columns.add(column.path("name").asString(""));
            }
        }
        return columns;
    }

    private static Map<String, Set<String>> rare(Path source, List<String> columns) throws IOException {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(source)) {
            for (NamedCsvRecord row : rows) {
                for (String column : columns) {
                    String value = letters(row.findField(column).orElse(""));
                    if (value.length() >= LEAST_LENGTH) {
                        counts.computeIfAbsent(column, c -> new HashMap<>()).merge(value, 1, Integer::sum);
                    }
                }
            }
        }
        Map<String, Set<String>> rare = new LinkedHashMap<>();
        counts.forEach((column, values) -> {
            values.values().removeIf(count -> count >= ROWS);
            rare.put(column, values.keySet());
        });
        return rare;
    }

    private static String letters(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
