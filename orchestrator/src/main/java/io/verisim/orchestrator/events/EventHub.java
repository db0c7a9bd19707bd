package io.verisim.orchestrator.events;

import io.verisim.model.id.WorkflowId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those who wait for news of a workflow. News of another orchestrator wake nobody here, so whoever waits looks
 * again after a while. Holds nothing for a workflow that nobody watches.
 */
public final class EventHub {

    /** Stands for all workflows; none has this id. */
    private static final WorkflowId ALL = new WorkflowId(new UUID(0, 0));

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<WorkflowId, Watched> watched = new HashMap<>();

    private static final class Watched {
        private final Condition news;
        private int watchers;
        private long version;

        Watched(Condition news) {
            this.news = news;
        }
    }

    public void wake(WorkflowId id) {
        lock.lock();
        try {
            Watched one = watched.get(id);
            if (one != null) {
                one.version++;
                one.news.signalAll();
            }
            Watched any = watched.get(ALL);
            if (any != null) {
                any.version++;
                any.news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Watches all workflows until closed. */
    public Watch watchAll() {
        return watch(ALL);
    }

    /** Watches a workflow until closed. */
    public Watch watch(WorkflowId id) {
        lock.lock();
        try {
            Watched one = watched.computeIfAbsent(id, key -> new Watched(lock.newCondition()));
            one.watchers++;
            return new Watch(id, one);
        } finally {
            lock.unlock();
        }
    }

    /** One who waits for news; used by one thread. */
    public final class Watch implements AutoCloseable {
        private final WorkflowId id;
        private final Watched one;
        private long seen;

        private Watch(WorkflowId id, Watched one) {
            this.id = id;
            this.one = one;
            this.seen = one.version;
        }

        /** Waits for news since the last call, at most so long. */
        public void await(Duration atMost) throws InterruptedException {
            lock.lock();
            try {
                long nanos = atMost.toNanos();
                while (one.version == seen && nanos > 0) {
                    nanos = one.news.awaitNanos(Math.min(nanos, TimeUnit.SECONDS.toNanos(60)));
                }
                seen = one.version;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (--one.watchers == 0) {
                    watched.remove(id);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** How many workflows are watched. */
    public int size() {
        lock.lock();
        try {
            return watched.size();
        } finally {
            lock.unlock();
        }
    }
}
