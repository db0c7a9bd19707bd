package io.verisim.orchestrator.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in one line what the facts of a summary amount to. */
final class Outcome {

    private Outcome() {}

    static Optional<String> of(Map<String, Object> facts) {
        List<String> parts = new ArrayList<>();
        number(facts, "synthetic", "rows")
                .ifPresent(rows -> parts.add(String.format(Locale.ROOT, "%,d rows", rows.longValue())));
        number(facts, "synthetic", "quality", "overallAllPairs")
                .ifPresent(score -> parts.add(String.format(Locale.ROOT, "quality %.3f", score.doubleValue())));
        number(facts, "tests", "total")
                .ifPresent(total -> parts.add(
                        number(facts, "tests", "passed").map(Number::longValue).orElse(0L) + " of " + total.longValue()
                                + " tests passed"));
        if (at(facts, "jira", "bugs") instanceof List<?> bugs && !bugs.isEmpty()) {
            parts.add(bugs.size() == 1 ? "1 bug" : bugs.size() + " bugs");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static Optional<Number> number(Map<String, Object> facts, String... path) {
        return at(facts, path) instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    private static @Nullable Object at(Map<String, Object> facts, String... path) {
        Object here = facts;
        for (String key : path) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }
}
