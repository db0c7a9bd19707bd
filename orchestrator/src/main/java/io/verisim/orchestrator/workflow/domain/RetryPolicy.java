package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import java.time.Duration;
import java.util.List;

/**
 * What follows from an error by its category (requirements E2 to E6): what passes by itself is tried again after the
 * given delays and then pauses the workflow; lack of memory or disk pauses it; wrong input or settings fail it.
 *
 * @param delays waits before the second and every later attempt
 */
public record RetryPolicy(List<Duration> delays) {

    /** An INTEGRATION error with this entry in its context, set to {@code true}, passes by itself. */
    public static final String TRANSIENT_MARK = "transient";

    public RetryPolicy {
        delays = List.copyOf(delays);
    }

    /** After 1, 2 and 4 seconds. */
    public static RetryPolicy standard() {
        return new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)));
    }

    /** What is to be done, and how it is told. */
    public sealed interface Verdict {

        String sentence();

        record Again(Duration delay, String sentence) implements Verdict {}

        record Pause(String sentence) implements Verdict {}

        record Fail(String sentence) implements Verdict {}
    }

    /** Judges an error of a task that was already tried again {@code retries} times. */
    public Verdict judge(ErrorDetail error, int retries) {
        return switch (error.category()) {
            case CONFIGURATION, DATA ->
                new Verdict.Fail("Trying again cannot help: " + noun(error.category()) + " must be corrected first.");
            case RESOURCE ->
                new Verdict.Pause("Paused with a checkpoint: more resources, or fewer rows, are needed first.");
            case INTEGRATION ->
                passes(error)
                        ? again(error, retries)
                        : new Verdict.Pause("Paused: the other service must be put right first.");
            case TRANSIENT -> again(error, retries);
        };
    }

    private Verdict again(ErrorDetail error, int retries) {
        if (retries >= delays.size()) {
            return new Verdict.Pause("Paused: it was tried " + (retries + 1) + " times.");
        }
        Duration delay = delays.get(retries);
        Long asked = error.retryAfterMillis();
        if (asked != null && asked > delay.toMillis()) {
            delay = Duration.ofMillis(asked);
        }
        return new Verdict.Again(
                delay,
                "Tried again in " + delay.toMillis() / 1000.0 + " s (attempt " + (retries + 2) + " of "
                        + (delays.size() + 1) + ").");
    }

    private static boolean passes(ErrorDetail error) {
        return error.retryAfterMillis() != null
                || Boolean.parseBoolean(error.context().getOrDefault(TRANSIENT_MARK, "false"));
    }

    private static String noun(ErrorCategory category) {
        return category == ErrorCategory.DATA ? "the data" : "the configuration";
    }
}
