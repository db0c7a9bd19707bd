package io.verisim.processor.classify;

import io.verisim.model.message.MessageCodec;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tables whose columns were labelled by hand, as they are and with headers that say nothing. */
final class TruthTables {

    /** What was found over all tables. */
    record Score(
            int sensitive,
            int found,
            int harmless,
            int wronglyFlagged,
            int columns,
            int typesRight,
            List<String> misses) {

        String row(String kind) {
            return "| %-7s | %d of %d | %d of %d | %d of %d |"
                    .formatted(kind, found, sensitive, wronglyFlagged, harmless, typesRight, columns);
        }
    }

    private int sensitive;
    private int found;
    private int harmless;
    private int wronglyFlagged;
    private int columns;
    private int typesRight;
    private final List<String> misses = new ArrayList<>();

    private TruthTables() {}

    static Score judge(Classification classification, boolean opaque) throws IOException {
        TruthTables tables = new TruthTables();
        try (Stream<Path> files = Files.list(SharedFiles.require("data/truth"))) {
            for (Path file : files.sorted().toList()) {
                tables.judge(classification, MessageCodec.mapper().readTree(Files.readAllBytes(file)), opaque);
            }
        }
        return new Score(
                tables.sensitive,
                tables.found,
                tables.harmless,
                tables.wronglyFlagged,
                tables.columns,
                tables.typesRight,
                tables.misses);
    }

    private void judge(Classification classification, JsonNode truth, boolean opaque) throws IOException {
        String name = truth.path(opaque ? "opaque_file" : "file").asString();
        Path file = SharedFiles.find("data/" + name).orElseGet(() -> SharedFiles.require("data/" + name + ".gz"));
        TextTable table = TableFiles.read(file, ReadOptions.defaults());
        TableSensitivity verdicts = classification.classify(table, TypeInference.infer(table));
        for (JsonNode column : truth.path("columns")) {
            count(name, column, verdicts.columns().get(column.path("index").asInt()), opaque);
        }
    }

    private void count(String table, JsonNode truth, ColumnSensitivity verdict, boolean opaque) {
        columns++;
        typesRight +=
                verdict.sensitivityType().toString().equals(truth.path("type").asString()) ? 1 : 0;
        if (!truth.path(opaque ? "opaque_scoring" : "scoring").asString().equals("must")) {
            return;
        }
        boolean expected = truth.path("sensitive").asBoolean();
        if (expected) {
            sensitive++;
            found += verdict.sensitive() ? 1 : 0;
        } else {
            harmless++;
            wronglyFlagged += verdict.sensitive() ? 1 : 0;
        }
        if (expected != verdict.sensitive()) {
            misses.add(table + ": " + truth.path("name").asString() + " " + verdict.confidence() + " "
                    + verdict.sensitivityType());
        }
    }
}
