package io.verisim.synthesizer.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.pattern.CheckDigits;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns of whole numbers that point at somebody: no rare one of them is in the twin, and all are numbers. */
class IdentifyingNumbersTest {

    private static final int ROWS = 400;

    @ParameterizedTest
    @EnumSource(
            value = SensitivityType.class,
            names = {
                "NAME",
                "EMAIL",
                "PHONE",
                "NATIONAL_ID",
                "ADDRESS",
                "CREDIT_CARD",
                "IBAN",
                "BANK_ACCOUNT",
                "IP",
                "USERNAME",
                "PASSWORD",
                "ID",
                "DEVICE_ID",
                "FREE_TEXT"
            })
    void noRareOneIsInTheTwinWhateverTheTypeAndStrategy(SensitivityType type) throws IOException {
        Random random = new Random(3);
        int[] drawn = random.ints(ROWS, 1_000_000, 1_000_700).toArray();
        for (Strategy strategy :
                List.of(Strategy.MODEL, Strategy.PERSON, Strategy.PATTERN, Strategy.KEY, Strategy.TEXT)) {
            assertNoRareNumber(row -> Integer.toString(drawn[row]), strategy, type);
        }
    }

    @Test
    void numbersThatFillTheirLengthGetLongerOnes() throws IOException {
        List<String> some =
                assertNoRareNumber(row -> Integer.toString(row / 2 + 1), Strategy.PATTERN, SensitivityType.PASSWORD);
        assertThat(some).allMatch(value -> value.length() == 3);
        List<String> all = assertNoRareNumber(
                row -> row < 360 ? Integer.toString(row / 4 + 10) : null,
                Strategy.PATTERN,
                SensitivityType.BANK_ACCOUNT);
        assertThat(all).allMatch(value -> value.length() == 3);
    }

    @Test
    void anIdThatRepeatsKeepsItsCommonValuesOnly() throws IOException {
        for (Strategy strategy : List.of(Strategy.KEY, Strategy.MODEL)) {
            List<String> numbers = assertNoRareNumber(
                    row -> Integer.toString(row % 40 == 0 ? 700 + row / 40 : 100 + row % 30),
                    strategy,
                    SensitivityType.ID);
            assertThat(numbers).contains("101", "129");
            List<String> codes = assertNoRareNumber(
                    row -> row % 80 == 0 ? "B" + (5 + row / 80) : "B" + row % 5, strategy, SensitivityType.ID);
            assertThat(codes).containsExactlyInAnyOrder("B0", "B1", "B2", "B3", "B4");
        }
    }

    @Test
    void anIdThatNobodyCallsSensitiveIsTreatedAlike() throws IOException {
        Random random = new Random(5);
        int[] drawn = random.ints(ROWS, 1, 300).toArray();
        assertNoRareNumber(row -> Integer.toString(drawn[row]), Strategy.MODEL, SensitivityType.ID, false);
        assertNoRareNumber(
                row -> row == 7 ? "NA" : Integer.toString(drawn[row]), Strategy.MODEL, SensitivityType.ID, false);
        assertNoRareNumber(
                row -> Integer.toString(row % 40 == 0 ? 700 + row / 40 : 100 + row % 30) + ".0",
                Strategy.MODEL,
                SensitivityType.ID,
                false);
    }

    @Test
    void aKeyGoesOnAfterTheLastDigitOfAVeryLongNumber() throws IOException {
        long first = 1_790_000_000_000_000_001L;
        List<String> keys = assertNoRareNumber(row -> Long.toString(first + row), Strategy.KEY, SensitivityType.ID);
        assertThat(keys).hasSize(ROWS).contains(Long.toString(first + ROWS));
    }

    @Test
    void keysAtTheEndOf64BitsKeepTheirShape() throws IOException {
        List<String> keys =
                assertNoRareNumber(row -> Long.toString(Long.MAX_VALUE - row), Strategy.KEY, SensitivityType.ID);
        assertThat(new HashSet<>(keys)).hasSize(ROWS);
    }

    @Test
    void uniqueCheckedNumbersStayUniqueAndChecked() throws IOException {
        List<String> valid = new ArrayList<>();
        for (int number = 123_456_700; valid.size() < ROWS; number += 7) {
            if (CheckDigits.ELEVEN.accepts(Integer.toString(number))) {
                valid.add(Integer.toString(number));
            }
        }
        List<String> twin = assertNoRareNumber(valid::get, Strategy.PATTERN, SensitivityType.NATIONAL_ID);
        assertThat(twin).hasSize(ROWS).allMatch(CheckDigits.ELEVEN::accepts);
    }

    private static List<String> assertNoRareNumber(
            IntFunction<@Nullable String> value, Strategy strategy, SensitivityType type) throws IOException {
        return assertNoRareNumber(value, strategy, type, true);
    }

    private static List<String> assertNoRareNumber(
            IntFunction<@Nullable String> value, Strategy strategy, SensitivityType type, boolean sensitive)
            throws IOException {
        TextTable source = new TextTable(
                "t",
                List.of(
                        RandomTables.column("number", ROWS, value),
                        RandomTables.column("colour", ROWS, row -> "colour " + row % 5),
                        RandomTables.column("amount", ROWS, row -> Integer.toString(row * 7919 % 10_007))));
        TableSchema inferred = TypeInference.infer(source);
        ColumnSchema number = inferred.columns().getFirst().withTreatment(strategy, type, sensitive);
        TableSchema schema = new TableSchema(
                "t",
                List.of(number, inferred.columns().get(1), inferred.columns().get(2)));
        FittedGeneration twin = Generation.fit(source, schema, GenerationOptions.defaults());
        assertThat(Twins.bytes(Twins.travelled(twin), 1, 2)).isEqualTo(Twins.bytes(twin, 1, 1));
        List<String> made =
                Twins.blocks(twin, 1, 1).getFirst().columns().getFirst().dictionary();
        assertThat(made)
                .as("%s by %s", type, strategy)
                .doesNotContainAnyElementsOf(rare(source.columns().getFirst()));
        if (number.type() == ColumnType.INTEGER) {
            assertThat(made).allMatch(text -> text.matches("\\d{1,19}"));
        }
        return made;
    }

    private static Set<String> rare(TextColumn column) {
        Set<String> rare = new HashSet<>();
        int[] counts = column.counts();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] < ValueGuard.COMMON) {
                rare.add(column.dictionary().get(code));
            }
        }
        return rare;
    }
}
