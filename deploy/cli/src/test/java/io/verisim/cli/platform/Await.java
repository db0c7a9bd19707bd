package io.verisim.cli.platform;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for what is to come, and no longer. */
public final class Await {

    private static final long LOOK_MILLIS = 20;

    private Await() {}

    /**
     * Asks until there is an answer.
     *
     * @param what is awaited, for the message
     * @param question gives the answer, null as long as there is none; what it throws counts as none
     */
    public static <T> T answer(String what, Duration limit, Callable<@Nullable T> question)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        while (System.nanoTime() - end < 0) {
            try {
                T answer = question.call();
                if (answer != null) {
                    return answer;
                }
                last = null;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new AssertionError("Within " + limit.toSeconds() + " s there was no " + what, last);
    }

    /** Asks until it is so; what the question throws counts as no. */
    public static void that(String what, Duration limit, Callable<Boolean> question) throws InterruptedException {
        answer(what, limit, () -> question.call() ? true : null);
    }
}
