package io.verisim.bench.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what is to come, and no longer. */
final class Await {

    private static final long LOOK_MILLIS = 100;

    private Await() {}

    /** Asks until it is so; what the question throws counts as no. False where it was not so within the limit. */
    static boolean that(Duration limit, Callable<Boolean> question) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                if (question.call()) {
                    return true;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception notYet) {
                // asked again
            }
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
