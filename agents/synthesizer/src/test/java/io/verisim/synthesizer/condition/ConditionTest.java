package io.verisim.synthesizer.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.testkit.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final Layout LAYOUT = new Layout(List.of(
            ColumnSchema.of("tenure", ColumnType.INTEGER),
            ColumnSchema.of("Contract", ColumnType.TEXT),
            ColumnSchema.of("since", ColumnType.DATE).withFormat("dd.MM.yyyy", null),
            ColumnSchema.of("until", ColumnType.DATE).withFormat("dd.MM.yyyy", null),
            ColumnSchema.of("total charge", ColumnType.DECIMAL),
            ColumnSchema.of("active", ColumnType.BOOLEAN).withFormat("Yes|No", null)));

    @Test
    void comparesAsTheColumnIsTyped() {
        assertThat(test("tenure > 9", Map.of("tenure", "10"))).isEqualTo(Truth.TRUE);
        assertThat(test("since >= '2024-02-01'", Map.of("since", "01.02.2024"))).isEqualTo(Truth.TRUE);
        assertThat(test("since < until", Map.of("since", "31.01.2024", "until", "01.02.2024")))
                .isEqualTo(Truth.TRUE);
        assertThat(test("\"total charge\" = 1.50", Map.of("total charge", "1.5")))
                .isEqualTo(Truth.TRUE);
        assertThat(test("active = true", Map.of("active", "Yes"))).isEqualTo(Truth.TRUE);
        assertThat(test("contract = 'Two year'", Map.of("Contract", "Two year")))
                .isEqualTo(Truth.TRUE);
        assertThat(test("Contract = 'Won''t say'", Map.of("Contract", "Won't say")))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void andGoesBeforeOrAndNotBeforeAnd() {
        Map<String, String> row = Map.of("tenure", "5", "Contract", "A");
        assertThat(test("tenure = 5 or tenure = 6 and Contract = 'B'", row)).isEqualTo(Truth.TRUE);
        assertThat(test("(tenure = 5 or tenure = 6) and Contract = 'B'", row)).isEqualTo(Truth.FALSE);
        assertThat(test("not tenure = 6 and Contract = 'A'", row)).isEqualTo(Truth.TRUE);
        assertThat(test("tenure not in (5, 6)", row)).isEqualTo(Truth.FALSE);
        assertThat(test("tenure between 5 and 6 and Contract <> 'B'", row)).isEqualTo(Truth.TRUE);
    }

    @Test
    void whatIsMissingIsUnknown() {
        assertThat(test("tenure > 9", Map.of())).isEqualTo(Truth.UNKNOWN);
        assertThat(test("not tenure > 9", Map.of())).isEqualTo(Truth.UNKNOWN);
        assertThat(test("tenure is null", Map.of())).isEqualTo(Truth.TRUE);
        assertThat(test("tenure is not null", Map.of())).isEqualTo(Truth.FALSE);
        assertThat(test("tenure > 9 or Contract = 'A'", Map.of("Contract", "A")))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void errorsPointAtThePlace() {
        refused("tenure >", 9, "a value is missing before the end");
        refused("tenure > 9 Contract = 'A'", 12, "'Contract'");
        refused("tenur > 9", 1, "no column 'tenur'");
        refused("tenure > 'many'", 10, "of type INTEGER");
        refused("tenure > 9 and (Contract = 'A'", 31, "')' is missing");
        refused("Contract = 'A", 12, "does not end");
        refused("tenure = null", 10, "'is null'");
        refused("tenure ~ 3", 8, "no meaning");
        refused("since < tenure", 9, "cannot be compared");
        refused("", 1, "a column is missing");
        refused("(".repeat(5_000), 101, "parentheses");
    }

    @Property
    void intervalsSayWhatTheConditionSays(RandomGenerator random, int size) {
        Condition condition = ConditionParser.parse(random(random, 1 + size / 25), LAYOUT);
        NumberSet numbers = condition.numbers();
        for (int value = -1; value < 12; value++) {
            boolean holds = condition.test(new Row(Map.of("tenure", Integer.toString(value)))) == Truth.TRUE;
            assertThat(numbers.contains(value)).as("%s at %s", condition, value).isEqualTo(holds);
        }
    }

    private static String random(RandomGenerator random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            String operator = List.of("=", "!=", "<", "<=", ">", ">=").get(random.nextInt(6));
            return "tenure " + operator + " " + random.nextInt(11);
        }
        return switch (random.nextInt(4)) {
            case 0 -> "not (" + random(random, depth - 1) + ")";
            case 1 -> "(" + random(random, depth - 1) + " and " + random(random, depth - 1) + ")";
            case 2 -> "(" + random(random, depth - 1) + " or " + random(random, depth - 1) + ")";
            default -> "tenure in (" + random.nextInt(11) + ", " + random.nextInt(11) + ")";
        };
    }

    private static void refused(String condition, int character, String why) {
        assertThatThrownBy(() -> ConditionParser.parse(condition, LAYOUT))
                .hasMessageContaining("at character " + character + ":")
                .hasMessageContaining(why);
    }

    private static Truth test(String condition, Map<String, String> row) {
        return ConditionParser.parse(condition, LAYOUT).test(new Row(row));
    }

    private static final class Row implements Cells {
        private final Map<Integer, String> values = new HashMap<>();

        Row(Map<String, String> row) {
            row.forEach((name, value) -> values.put(LAYOUT.find(name).orElseThrow(), value));
        }

        @Override
        public @Nullable String text(int column) {
            return values.get(column);
        }

        @Override
        public double number(int column) {
            String text = values.get(column);
            return text == null ? Double.NaN : LAYOUT.number(column, text);
        }

        @Override
        public boolean isMissing(int column) {
            return !values.containsKey(column);
        }
    }
}
