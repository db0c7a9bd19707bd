package io.verisim.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.testkit.Property;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Columns of daily business are not taken for personal data, even where nothing but their values speaks. */
class HarmlessColumnsAreLeftAlonePropertyTest {

    private static final List<String> STATES =
            List.of("open", "closed", "pending", "in progress", "waiting for customer", "cancelled", "shipped");
    private static final List<String> PRODUCTS =
            List.of("Red shoes", "Blue shirt", "Green umbrella", "Wooden table", "Kitchen knife", "Garden chair");

    @Property(tries = 120)
    void columnsOfDailyBusiness(RandomGenerator random, int size) {
        Map<String, Supplier<String>> kinds = kinds(random);
        List<String> names = List.copyOf(kinds.keySet());
        String kind = names.get(random.nextInt(names.size()));
        Supplier<String> values = kinds.get(kind);
        ColumnSensitivity verdict =
                Columns.judge("c1", Columns.dirty(60 + 5 * size, random, values == null ? () -> "" : values));
        assertThat(verdict.sensitive()).as("%s %s", kind, verdict).isFalse();
    }

    @Property(tries = 50)
    void aCounterIsAKeyAndNoTelephoneNumber(RandomGenerator random, int size) {
        long first = random.nextLong(1, 9_000_000_000L);
        ColumnSensitivity verdict = Columns.judge(
                "c1",
                IntStream.range(0, 50 + 5 * size)
                        .mapToObj(i -> Long.toString(first + i))
                        .toList());
        assertThat(verdict.sensitive()).as("%s", verdict).isFalse();
        assertThat(verdict.strategy()).hasToString("key");
    }

    private static Map<String, Supplier<String>> kinds(RandomGenerator random) {
        Map<String, Supplier<String>> kinds = new TreeMap<>();
        kinds.put("amount", () -> String.format(Locale.ROOT, "%.2f", Math.exp(random.nextGaussian(5, 2))));
        kinds.put("large amount", () -> Long.toString(random.nextLong(10_000, 99_000) * 1_000_000));
        kinds.put("small number", () -> Integer.toString(random.nextInt(100)));
        kinds.put("percentage", () -> random.nextInt(101) + "%");
        kinds.put("epoch seconds", () -> Long.toString(1_700_000_000L + random.nextInt(10_000_000)));
        kinds.put(
                "timestamp",
                () -> LocalDateTime.of(2024, 1, 1, 0, 0)
                        .plusSeconds(random.nextInt(50_000_000))
                        .toString());
        kinds.put("state", () -> STATES.get(random.nextInt(STATES.size())));
        kinds.put("product", () -> PRODUCTS.get(random.nextInt(PRODUCTS.size())));
        kinds.put("yes or no", () -> random.nextBoolean() ? "Yes" : "No");
        kinds.put("article number", () -> "A-" + (1000 + random.nextInt(9000)));
        kinds.put("version", () -> random.nextInt(9) + "." + random.nextInt(20) + "." + random.nextInt(20));
        kinds.put("size", () -> List.of("S", "M", "L", "XL", "XXL").get(random.nextInt(5)));
        kinds.put("currency", () -> List.of("EUR", "USD", "GBP", "JPY", "CHF").get(random.nextInt(5)));
        kinds.put("uuid", () -> new java.util.UUID(random.nextLong(), random.nextLong()).toString());
        kinds.put("coordinate free decimal", () -> Double.toString(random.nextGaussian()));
        return kinds;
    }
}
