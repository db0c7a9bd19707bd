package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What follows from an error by its category (requirements E2 to E6): what passes by itself is tried again after the
 * given delays and then pauses the workflow; lack of memory or disk leads to smaller batches first, then to a pause;
 * wrong input or settings fail it.
 *
 * @param delays waits before the second and every later attempt
 * @param delaysOf other waits for single dependencies, by how the codes of their errors begin, such as {@code jira}
 * @param divisors by what the size of batches is divided after each lack of memory or disk, growing
 */
public record RetryPolicy(List<Duration> delays, Map<String, List<Duration>> delaysOf, List<Integer> divisors) {

    /** An INTEGRATION error with this entry in its context, set to {@code true}, passes by itself. */
    public static final String TRANSIENT_MARK = "transient";

    /** The reserved task parameter that tells an agent to use less at once. */
    static final String RESOURCES = "resources";

    private static final String BATCH_DIVISOR = "batchDivisor";

    public RetryPolicy {
        delays = List.copyOf(delays);
        delaysOf = Map.copyOf(delaysOf);
        divisors = List.copyOf(divisors);
        int before = 1;
        for (int divisor : divisors) {
            if (divisor <= before) {
                throw new IllegalArgumentException("Divisors grow, from more than 1: " + divisors);
            }
            before = divisor;
        }
    }

    /** After 1, 2 and 4 seconds; in batches of a half, a quarter and an eighth. */
    public static RetryPolicy standard() {
        return new RetryPolicy(
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)),
                Map.of(),
                List.of(2, 4, 8));
    }

    /** What is to be done, and how it is told. */
    public sealed interface Verdict {

        String sentence();

        record Again(Duration delay, String sentence) implements Verdict {}

        /** At once, in smaller batches. */
        record Smaller(int divisor, String sentence) implements Verdict {

            /** What goes with the task. */
            Map<String, Object> parameters() {
                return Map.of(RESOURCES, Map.of(BATCH_DIVISOR, divisor));
            }
        }

        record Pause(String sentence) implements Verdict {}

        record Fail(String sentence) implements Verdict {}
    }

    /**
     * Judges an error of a task.
     *
     * @param retries how often it was already tried again for what passes by itself
     * @param divisor by what its batches are divided already, 1 for not at all
     */
    public Verdict judge(ErrorDetail error, int retries, int divisor) {
        return switch (error.category()) {
            case CONFIGURATION, DATA ->
                new Verdict.Fail("Trying again cannot help: " + noun(error.category()) + " must be corrected first.");
            case RESOURCE -> smaller(divisor);
            case INTEGRATION ->
                passes(error)
                        ? again(error, retries)
                        : new Verdict.Pause("Paused: the other service must be put right first.");
            case TRANSIENT -> again(error, retries);
        };
    }

    private Verdict smaller(int divisor) {
        for (int next : divisors) {
            if (next > divisor) {
                return new Verdict.Smaller(next, "Tried again at once, in batches of 1/" + next + " of the size.");
            }
        }
        return new Verdict.Pause("Paused with a checkpoint: more resources, or fewer rows, are needed first.");
    }

    private Verdict again(ErrorDetail error, int retries) {
        List<Duration> waits = delays(error.code());
        if (retries >= waits.size()) {
            return new Verdict.Pause("Paused: it was tried " + (retries + 1) + " times.");
        }
        Duration delay = waits.get(retries);
        Long asked = error.retryAfterMillis();
        if (asked != null && asked > delay.toMillis()) {
            delay = Duration.ofMillis(asked);
        }
        return new Verdict.Again(
                delay,
                "Tried again in " + delay.toMillis() / 1000.0 + " s (attempt " + (retries + 2) + " of "
                        + (waits.size() + 1) + ").");
    }

    /** Names from the environment have neither capitals nor hyphens left, so letters and digits alone are compared. */
    private List<Duration> delays(String code) {
        return delaysOf.entrySet().stream()
                .filter(entry -> plain(code).startsWith(plain(entry.getKey())))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(delays);
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean passes(ErrorDetail error) {
        return error.retryAfterMillis() != null
                || Boolean.parseBoolean(error.context().getOrDefault(TRANSIENT_MARK, "false"));
    }

    private static String noun(ErrorCategory category) {
        return category == ErrorCategory.DATA ? "the data" : "the configuration";
    }
}
