package io.verisim.synthesizer.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.model.FitProgress;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import io.verisim.testkit.Property;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Property 3: constraints hold in every record, over random tables and sets of constraints; and so does a condition. */
class ConstraintPropertiesTest {

    private static final List<List<String>> PLACES = List.of(
            List.of("Bonn", "NW", "D"),
            List.of("Köln", "NW", "D"),
            List.of("Kiel", "SH", "D"),
            List.of("Graz", "ST", "A"));
    private static final int LEAST_ROWS = 60;

    /** A constraint with a check of its own, which knows nothing of the program's. */
    private record Demand(Constraint constraint, Predicate<Map<String, String>> holds) {}

    @Property
    void constraintsHoldInEveryRecord(RandomGenerator random, int size) throws IOException {
        TextTable source = source(random, LEAST_ROWS + size);
        List<Demand> demands = new ArrayList<>(all(random));
        demands.removeIf(demand -> random.nextInt(3) == 0);
        List<Constraint> constraints =
                new ArrayList<>(demands.stream().map(Demand::constraint).toList());
        List<List<String>> unique = new ArrayList<>();
        for (List<String> columns : List.of(List.of("id"), List.of("amount"), List.of("start", "grade"))) {
            if (random.nextInt(3) == 0) {
                unique.add(columns);
                constraints.add(new Constraint.Unique(columns));
            }
        }
        FittedGeneration twin = fit(random, source, 20 + size, constraints);
        List<TextTable> blocks = Twins.blocks(Twins.travelled(twin), 1, 1);
        assertThat(blocks.stream().mapToLong(TextTable::rows).sum()).isEqualTo(twin.rows());
        for (TextTable block : blocks) {
            for (int row = 0; row < block.rows(); row++) {
                Map<String, String> record = record(block, row);
                for (Demand demand : demands) {
                    assertThat(demand.holds.test(record))
                            .as("%s in %s", demand.constraint.describe(), record)
                            .isTrue();
                }
            }
        }
        unique.forEach(columns -> assertUnique(blocks, columns));
    }

    @Property
    void everyRecordMeetsTheConditionAndTheCountIsExact(RandomGenerator random, int size) throws IOException {
        TextTable source = source(random, LEAST_ROWS * 3 + size);
        int least = 20 + random.nextInt(40);
        FittedGeneration twin = fit(random, source, 20 + size, List.of())
                .where("(city in ('Bonn', 'Köln') and amount >= " + least
                        + ") or (start < '2020-06-01' and grade is null)");
        long rows = 0;
        for (TextTable block : Twins.blocks(Twins.travelled(twin), 1, 1)) {
            for (int row = 0; row < block.rows(); row++) {
                Map<String, String> record = record(block, row);
                boolean first = Set.of("Bonn", "Köln").contains(record.getOrDefault("city", ""))
                        && Double.parseDouble(record.getOrDefault("amount", "-1")) >= least;
                boolean second =
                        record.getOrDefault("start", "9").compareTo("2020-06-01") < 0 && !record.containsKey("grade");
                assertThat(first || second).as("%s", record).isTrue();
            }
            rows += block.rows();
        }
        assertThat(rows).isEqualTo(twin.rows());
    }

    @Property(tries = 4)
    void threadsAndChunksChangeNoByteUnderConstraints(RandomGenerator random, int size) throws IOException {
        List<Constraint> constraints =
                new ArrayList<>(all(random).stream().map(Demand::constraint).toList());
        constraints.add(new Constraint.Unique(List.of("amount")));
        FittedGeneration twin = fit(random, source(random, 300), 8_300 + size, constraints);
        byte[] one = Twins.bytes(twin, 1, 1);
        assertThat(Twins.bytes(Twins.travelled(twin), 2, 2)).isEqualTo(one);
        assertUnique(Twins.blocks(twin, 1, 1), List.of("amount"));
    }

    private static List<Demand> all(RandomGenerator random) {
        int low = random.nextInt(30);
        int days = random.nextInt(5);
        return List.of(
                new Demand(
                        new Constraint.Range("amount", low, 90.5, random.nextBoolean(), true),
                        r -> !r.containsKey("amount") || within(r.get("amount"), low, 90.5)),
                new Demand(
                        new Constraint.Enumeration("grade", List.of("A", "B")),
                        r -> Set.of("A", "B", "").contains(r.getOrDefault("grade", ""))),
                new Demand(new Constraint.Required("start"), r -> r.containsKey("start")),
                new Demand(new Constraint.Required("note"), r -> r.containsKey("note")),
                new Demand(
                        new Constraint.Pattern("id", "[A-F]{2}-\\d{5}"),
                        r -> r.getOrDefault("id", "").matches("[A-F]{2}-[0-9]{5}")),
                new Demand(
                        new Constraint.Inequality("start", "end", null, days == 0 ? null : "P" + days + "D"),
                        r -> !r.containsKey("start")
                                || !r.containsKey("end")
                                || !LocalDate.parse(r.get("end"))
                                        .isBefore(
                                                LocalDate.parse(r.get("start")).plusDays(days))),
                new Demand(
                        new Constraint.FixedCombinations(List.of("city", "state", "country"), null),
                        r -> PLACES.contains(List.of(
                                r.getOrDefault("city", ""),
                                r.getOrDefault("state", ""),
                                r.getOrDefault("country", "")))),
                new Demand(
                        new Constraint.OneHot(List.of("red", "blue")),
                        r -> !Objects.equals(r.get("red"), r.get("blue"))),
                new Demand(
                        new Constraint.Implies("country = 'A'", "amount > 35"),
                        r -> !"A".equals(r.get("country"))
                                || !r.containsKey("amount")
                                || Double.parseDouble(r.get("amount")) > 35));
    }

    private static boolean within(@Nullable String text, double low, double high) {
        double value = Double.parseDouble(String.valueOf(text));
        return value >= low && value < high;
    }

    /** A table in which most rows meet the constraints, and some do not. */
    private static TextTable source(RandomGenerator random, int rows) {
        List<String> names =
                List.of("id", "amount", "grade", "start", "end", "city", "state", "country", "red", "blue", "note");
        List<List<@Nullable String>> columns = new ArrayList<>();
        names.forEach(name -> columns.add(new ArrayList<>()));
        for (int row = 0; row < rows; row++) {
            LocalDate start = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(600));
            List<String> place = PLACES.get(random.nextInt(PLACES.size()));
            int red = random.nextInt(2);
            @Nullable
            String[] values = {
                String.format(Locale.ROOT, "C%c-%05d", 'A' + random.nextInt(26), row * 7),
                random.nextInt(12) == 0 ? null : String.format(Locale.ROOT, "%.3f", random.nextDouble() * 100),
                random.nextInt(5) == 0 ? null : String.valueOf((char) ('A' + random.nextInt(4))),
                random.nextInt(9) == 0 ? null : start.toString(),
                random.nextInt(9) == 0
                        ? null
                        : start.plusDays(random.nextInt(90) - 10).toString(),
                place.get(0),
                place.get(1),
                place.get(2),
                Integer.toString(red),
                Integer.toString(random.nextInt(15) == 0 ? red : 1 - red),
                random.nextInt(6) == 0 ? null : "Called about bill number " + row * 31 + " again today"
            };
            for (int c = 0; c < values.length; c++) {
                columns.get(c).add(values[c]);
            }
        }
        List<TextColumn> made = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            made.add(TextColumn.of(names.get(c), columns.get(c)));
        }
        return new TextTable("orders", made);
    }

    private static FittedGeneration fit(
            RandomGenerator random, TextTable source, long rows, List<Constraint> constraints) {
        TableSchema schema = TypeInference.infer(source);
        GenerationOptions options = GenerationOptions.defaults().withRows(rows).withSeed(random.nextLong());
        GenerationOptions small = random.nextInt(4) == 0
                ? options.withModel("latent_mixture", Map.of("classes", 4, "rounds", 3))
                : options.withModel("gaussian_copula", Map.of());
        return Generation.fit(source, schema, small, ConstraintSet.of(constraints), FitProgress.NONE);
    }

    private static Map<String, String> record(TextTable table, int row) {
        Map<String, String> record = new java.util.TreeMap<>();
        for (TextColumn column : table.columns()) {
            String value = column.value(row);
            if (value != null) {
                record.put(column.name(), value);
            }
        }
        return record;
    }

    private static void assertUnique(List<TextTable> blocks, List<String> columns) {
        Set<List<String>> seen = new HashSet<>();
        for (TextTable block : blocks) {
            for (int row = 0; row < block.rows(); row++) {
                Map<String, String> record = record(block, row);
                if (record.keySet().containsAll(columns)) {
                    List<String> tuple = columns.stream().map(record::get).toList();
                    assertThat(seen.add(tuple))
                            .as("%s of %s again", tuple, columns)
                            .isTrue();
                }
            }
        }
    }
}
