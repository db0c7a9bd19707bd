package io.verisim.cli.platform;

import java.time.Duration;
import java.util.List;

/**
 * When a process that ended is started again: soon at first, then later and later, and at last no more.
 *
 * @param delays waits before the first and every later start in a row; the last one holds from there on
 * @param longLife a process that lived this long before it ended begins with the first delay again
 * @param tries starts in a row without getting ready after which it is given up
 */
record RestartPolicy(List<Duration> delays, Duration longLife, int tries) {

    /** Until it is ready for the first time, a process that ends is more likely broken than killed. */
    private static final int FIRST_TRIES = 3;

    RestartPolicy {
        delays = List.copyOf(delays);
    }

    static RestartPolicy standard() {
        return new RestartPolicy(
                List.of(
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10)),
                Duration.ofMinutes(1),
                10);
    }

    /**
     * How many deaths in a row there are with this one.
     *
     * @param before deaths in a row before it
     * @param lived how long the process had lived
     */
    int deathsInARow(int before, Duration lived) {
        return lived.compareTo(longLife) >= 0 ? 1 : before + 1;
    }

    /** The wait after so many deaths in a row, which is one at least. */
    Duration delay(int deaths) {
        return delays.get(Math.min(deaths, delays.size()) - 1);
    }

    /**
     * Whether it is not worth another try.
     *
     * @param vain starts in a row after which the process did not get ready
     * @param wasReady whether it ever was
     */
    boolean givesUp(int vain, boolean wasReady) {
        return vain >= (wasReady ? tries : Math.min(FIRST_TRIES, tries));
    }
}
