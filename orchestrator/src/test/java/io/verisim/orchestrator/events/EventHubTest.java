package io.verisim.orchestrator.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.id.WorkflowId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventHubTest {

    private static final WorkflowId ID = new WorkflowId(new UUID(1, 1));
    private static final Duration LONG = Duration.ofSeconds(30);

    private final EventHub hub = new EventHub();

    @Test
    void whoWaitsIsWoken() throws Exception {
        try (EventHub.Watch watch = hub.watch(ID)) {
            CompletableFuture<Boolean> woken = CompletableFuture.supplyAsync(() -> {
                try {
                    watch.await(LONG);
                    return true;
                } catch (InterruptedException e) {
                    return false;
                }
            });
            hub.wake(ID);
            assertThat(woken.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void newsThatCameBeforeTheWaitAreNotMissed() throws Exception {
        try (EventHub.Watch watch = hub.watch(ID)) {
            hub.wake(ID);
            long start = System.nanoTime();
            watch.await(LONG);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void nothingIsKeptForAWorkflowThatNobodyWatches() {
        try (EventHub.Watch one = hub.watch(ID);
                EventHub.Watch two = hub.watch(ID)) {
            assertThat(hub.size()).isEqualTo(1);
        }
        assertThat(hub.size()).isZero();
        hub.wake(ID);
        assertThat(hub.size()).isZero();
    }
}
