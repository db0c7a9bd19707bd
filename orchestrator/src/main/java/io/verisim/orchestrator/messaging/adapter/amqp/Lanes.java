package io.verisim.orchestrator.messaging.adapter.amqp;

import io.verisim.model.id.WorkflowId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Does work of one workflow in order, and of several at once. */
public final class Lanes implements AutoCloseable {

    private final List<ExecutorService> executors;
    private volatile boolean closed;

    public Lanes(int count) {
        this.executors = IntStream.range(0, count)
                .mapToObj(i -> Executors.newSingleThreadExecutor(
                        Thread.ofVirtual().name("messages-" + i).factory()))
                .toList();
    }

    /** Work that belongs to no workflow has a lane, too. A closed lane drops it; the broker delivers it again. */
    void execute(@Nullable WorkflowId workflow, Runnable work) {
        int lane = workflow == null ? 0 : Math.floorMod(workflow.hashCode(), executors.size());
        try {
            executors.get(lane).execute(() -> {
                if (!closed) {
                    work.run();
                }
            });
        } catch (RejectedExecutionException e) {
            // The application is closing: the delivery stays unacknowledged.
        }
    }

    /** Finishes what has begun; what waits is dropped, and delivered again by the broker. */
    @Override
    public void close() {
        closed = true;
        executors.forEach(ExecutorService::shutdown);
        executors.forEach(ExecutorService::close);
    }
}
