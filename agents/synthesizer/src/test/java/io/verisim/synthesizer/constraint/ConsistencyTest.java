package io.verisim.synthesizer.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.constraint.Constraint.Enumeration;
import io.verisim.synthesizer.constraint.Constraint.FixedCombinations;
import io.verisim.synthesizer.constraint.Constraint.Implies;
import io.verisim.synthesizer.constraint.Constraint.Inequality;
import io.verisim.synthesizer.constraint.Constraint.Pattern;
import io.verisim.synthesizer.constraint.Constraint.Range;
import io.verisim.synthesizer.constraint.Constraint.Required;
import io.verisim.synthesizer.constraint.Constraint.Unique;
import io.verisim.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ConsistencyTest {

    private static final int VALUES = 5;

    private final Layout layout = new Layout(List.of(
            ColumnSchema.of("a", ColumnType.INTEGER),
            ColumnSchema.of("b", ColumnType.INTEGER),
            ColumnSchema.of("c", ColumnType.INTEGER),
            ColumnSchema.of("x", ColumnType.DECIMAL),
            ColumnSchema.of("code", ColumnType.TEXT),
            ColumnSchema.of("city", ColumnType.TEXT),
            ColumnSchema.of("from", ColumnType.DATE),
            ColumnSchema.of("to", ColumnType.DATE)));

    @Test
    void theSmallestConflictIsNamedAndNothingElse() {
        Range a = range("a", 5, 6);
        Range b = range("b", 1, 2);
        Inequality less = new Inequality("a", "b", true, null);
        assertThat(conflict(range("c", 0, 9), a, new Required("a"), b, less, new Pattern("code", "[A-Z]+")))
                .containsExactlyInAnyOrder(a, b, less);
        assertThatThrownBy(() -> new Consistency(layout, 10).check(List.of(a, b, less)))
                .hasMessage("No record can meet these 3 constraints together: range of 'a' (from 5 to 6), "
                        + "range of 'b' (from 1 to 2) and inequality 'a' < 'b'.");
    }

    @Test
    void ofTwoConflictsTheSmallerIsNamed() {
        Enumeration code = new Enumeration("code", List.of("A", "B"));
        Pattern digits = new Pattern("code", "\\d+");
        assertThat(conflict(range("a", 5, 6), range("b", 1, 2), new Inequality("a", "b", true, null), code, digits))
                .containsExactlyInAnyOrder(code, digits);
    }

    @Test
    void everyKindOfContradictionIsFound() {
        assertThat(conflict(new Range("a", 1, 2, true, true))).hasSize(1);
        assertThat(conflict(new Range("x", 1, 2, true, true))).isEmpty();
        assertThat(conflict(new Pattern("code", "[a-c]{2}"), new Pattern("code", "[d-f]+")))
                .hasSize(2);
        assertThat(conflict(
                        new Inequality("a", "b", true, null),
                        new Inequality("b", "c", null, null),
                        new Inequality("c", "a", null, null)))
                .hasSize(3);
        assertThat(conflict(new Inequality("a", "b", null, 3), new Inequality("b", "a", null, -3)))
                .isEmpty();
        assertThat(conflict(new Inequality("a", "b", null, 4), new Inequality("b", "a", null, -3)))
                .hasSize(2);
        assertThat(conflict(
                        new Range("from", "2024-05-01", null, null, null),
                        new Range("to", null, "2024-05-03", null, null),
                        new Inequality("from", "to", null, "P3D")))
                .hasSize(3);
        assertThat(conflict(
                        new FixedCombinations(List.of("city", "a"), List.of(List.of("Bonn", 1), List.of("Kiel", 2))),
                        new Enumeration("city", List.of("Bonn")),
                        range("a", 2, 3)))
                .hasSize(3);
        assertThat(conflict(new Implies(null, "a > 3 and city = 'Bonn'"), new Implies(null, "a < 4")))
                .hasSize(2);
        assertThat(conflict(new Implies("a > 3", "b = 1"), range("a", 4, 5), range("b", 2, 3)))
                .hasSize(3);
        assertThat(conflict(new Unique(List.of("a")), new Required("a"), range("a", 1, 9)))
                .hasSize(3);
        assertThat(conflict(new Unique(List.of("a")), new Required("a"), range("a", 1, 10)))
                .isEmpty();
        assertThat(conflict(new Unique(List.of("a")), range("a", 1, 9))).isEmpty();
    }

    /** Ranges and inequalities over whole numbers are decided exactly: as trying all records says. */
    @Property
    void rangesAndInequalitiesAreDecidedAsByTryingAll(RandomGenerator random, int size) {
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < 2 + size / 20; i++) {
            constraints.add(random(random));
        }
        for (String name : List.of("a", "b", "c")) {
            constraints.add(range(name, 0, VALUES));
        }
        List<Constraint> conflict =
                new Consistency(layout, 1).conflict(constraints).orElse(List.of());
        assertThat(conflict.isEmpty()).as("%s", constraints).isEqualTo(someRecordMeets(constraints));
        for (Constraint left : conflict) {
            List<Constraint> rest = new ArrayList<>(conflict);
            rest.remove(left);
            assertThat(new Consistency(layout, 1).conflict(rest))
                    .as("without %s", left)
                    .isEmpty();
        }
    }

    private static Constraint random(RandomGenerator random) {
        List<String> names = List.of("a", "b", "c");
        int first = random.nextInt(3);
        if (random.nextBoolean()) {
            int low = random.nextInt(VALUES);
            return new Range(
                    names.get(first), low, low + random.nextInt(3), random.nextBoolean(), random.nextBoolean());
        }
        int second = (first + 1 + random.nextInt(2)) % 3;
        return new Inequality(names.get(first), names.get(second), random.nextBoolean(), random.nextInt(5) - 2);
    }

    private static boolean someRecordMeets(List<Constraint> constraints) {
        for (int code = 0; code < (VALUES + 1) * (VALUES + 1) * (VALUES + 1); code++) {
            int[] record = {code % (VALUES + 1), code / (VALUES + 1) % (VALUES + 1), code / (VALUES + 1) / (VALUES + 1)
            };
            if (constraints.stream().allMatch(constraint -> meets(record, constraint))) {
                return true;
            }
        }
        return false;
    }

    private static boolean meets(int[] record, Constraint constraint) {
        if (constraint instanceof Range r) {
            int value = record[r.column().charAt(0) - 'a'];
            int low = ((Number) java.util.Objects.requireNonNull(r.min())).intValue();
            int high = ((Number) java.util.Objects.requireNonNull(r.max())).intValue();
            return (r.minIsOpen() ? value > low : value >= low) && (r.maxIsOpen() ? value < high : value <= high);
        }
        Inequality i = (Inequality) constraint;
        Object offset = i.offset();
        int distance = record[i.high().charAt(0) - 'a']
                - record[i.low().charAt(0) - 'a']
                - (offset == null ? 0 : ((Number) offset).intValue());
        return i.strictly() ? distance > 0 : distance >= 0;
    }

    private static Range range(String column, int min, int max) {
        return new Range(column, min, max, null, null);
    }

    private List<Constraint> conflict(Constraint... constraints) {
        return new Consistency(layout, 10).conflict(List.of(constraints)).orElse(List.of());
    }
}
