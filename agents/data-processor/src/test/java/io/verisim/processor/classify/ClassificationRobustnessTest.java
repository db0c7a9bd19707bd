package io.verisim.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.mock.production.TelecomCustomers;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassificationRobustnessTest {

    private final Classification classification = Classification.standard();

    @Test
    void aColumnWithoutValuesIsJudgedByItsNameAloneAndWithDoubt() {
        ColumnSensitivity verdict = Columns.judge("email", Arrays.asList(null, null, null));
        assertThat(verdict.sensitive()).isFalse();
        assertThat(verdict.sensitivityType()).isEqualTo(SensitivityType.EMAIL);
    }

    @Test
    void oneRowIsEnoughForAnEmailAddress() {
        assertThat(Columns.judge("c1", List.of("jane@example.org")).sensitive()).isTrue();
        assertThat(Columns.judge("c1", List.of("DE89370400440532013000")).confidence())
                .isGreaterThan(0.9);
    }

    @Test
    void aTableWithoutRowsIsJudgedByItsNames() {
        ColumnSensitivity verdict = Columns.judge("last name", List.of());
        assertThat(verdict.sensitivityType()).isEqualTo(SensitivityType.NAME);
    }

    @Test
    void aFieldOfAMegabyteIsJudgedInAMoment() {
        char[] noise = new char[1 << 20];
        Random random = new Random(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = " 0123456789.-abcdefXYZ@".charAt(random.nextInt(23));
        }
        List<String> values = List.of(
                new String(noise),
                "0".repeat(1 << 20),
                "a ".repeat(1 << 19),
                "a.".repeat(1 << 19),
                "1-".repeat(1 << 19),
                "+".repeat(1 << 20),
                "a@".repeat(1 << 19),
                "Aa ".repeat(1 << 18),
                ":".repeat(1 << 20));
        long start = System.nanoTime();
        Columns.judge("c1", values);
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }

    @Test
    void anyUnicodeIsJudgedWithoutError() {
        Random random = new Random(2);
        for (int round = 0; round < 50; round++) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int[] points = random.ints(1 + random.nextInt(12), 1, 0x2ffff).toArray();
                values.add(new String(points, 0, points.length));
            }
            ColumnSensitivity verdict = Columns.judge("ünïcödé 名前 " + round, values);
            assertThat(verdict.confidence()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void reasonsHoldNoValueOfTheTable(@TempDir Path folder) throws IOException {
        TextTable table = telecom(folder, 500);
        TableSensitivity verdicts = classification.classify(table, TypeInference.infer(table));
        for (int i = 0; i < verdicts.columns().size(); i++) {
            ColumnSensitivity verdict = verdicts.columns().get(i);
            if (verdict.sensitive()) {
                String told = verdict.reasoning() + verdict.votes();
                assertThat(table.columns().get(i).dictionary())
                        .noneMatch(value -> value.length() > 4 && told.contains(value));
            }
        }
    }

    @Test
    void theTelecomTableIsTreatedColumnByColumn(@TempDir Path folder) throws IOException {
        TextTable table = telecom(folder, 2_000);
        TableSchema schema = TypeInference.infer(table);
        TableSchema treated = Classification.treated(schema, classification.classify(table, schema));
        List<String> sensitive = treated.columns().stream()
                .filter(column -> column.sensitive())
                .map(column -> column.name() + " " + column.strategy())
                .toList();
        assertThat(sensitive)
                .containsExactly(
                        "first_name person",
                        "last_name person",
                        "date_of_birth model",
                        "email person",
                        "phone person",
                        "street_address person",
                        "postcode person",
                        "national_id pattern",
                        "iban pattern",
                        "notes text");
        assertThat(treated.column("customer_id").orElseThrow().strategy()).isEqualTo(Strategy.KEY);
    }

    @Test
    void theSameTableGetsTheSameVerdicts(@TempDir Path folder) throws IOException {
        TextTable table = telecom(folder, 300);
        TableSchema schema = TypeInference.infer(table);
        assertThat(classification.classify(table, schema))
                .isEqualTo(Classification.standard().classify(table, schema));
    }

    @Test
    void aBrokenColumnNameDoesNoHarm() {
        for (String name : List.of(" ", "\"", "名前", "-", "a".repeat(100_000), "1234", "e\nmail", "ＥＭＡＩＬ")) {
            assertThat(Columns.judge(name, List.of("x", "y")).confidence()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void valuesThatContradictTheNameArePreferred() {
        List<@Nullable String> values = new ArrayList<>(List.of("Yes", "No", "Yes", "No", "No"));
        assertThat(Columns.judge("phone", values).sensitive()).isFalse();
        assertThat(Columns.judge("email_verified", values).sensitive()).isFalse();
    }

    private static TextTable telecom(Path folder, int rows) throws IOException {
        Path file = folder.resolve("telecom.csv");
        TelecomCustomers.write(file, rows, 4);
        TextTable table = TableFiles.read(file, ReadOptions.defaults());
        assertThat(table.columns()).extracting(TextColumn::name).containsExactlyElementsOf(TelecomCustomers.columns());
        return table;
    }
}
