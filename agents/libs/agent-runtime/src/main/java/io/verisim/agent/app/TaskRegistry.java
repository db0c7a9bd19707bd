package io.verisim.agent.app;

import io.verisim.model.id.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tasks that this instance runs, and those that were cancelled before they began. Thread safe. */
final class TaskRegistry {

    private static final int REMEMBERED = 50_000;

    private final Map<Attempt, RunningTask> running = new LinkedHashMap<>();
    private final Map<TaskId, Cancelled> early = bounded(REMEMBERED);
    private boolean stopped;

    /** An older attempt may still run when a newer one begins. */
    private record Attempt(TaskId task, int number) {}

    private record Cancelled(int attempt, String reason) {}

    synchronized void started(TaskId id, int attempt, RunningTask task) {
        running.put(new Attempt(id, attempt), task);
        Cancelled cancelled = early.get(id);
        if (cancelled != null && cancelled.attempt() >= attempt) {
            task.cancel(cancelled.reason());
        } else if (stopped) {
            task.abandon();
        }
    }

    /** Whether nobody waits for an attempt that has not begun. */
    synchronized boolean isUnwanted(TaskId id, int attempt) {
        Cancelled cancelled = early.get(id);
        return cancelled != null && cancelled.attempt() >= attempt;
    }

    synchronized void ended(TaskId id, int attempt) {
        running.remove(new Attempt(id, attempt));
    }

    /** Cancels a task up to an attempt; a message that comes late does nothing to a newer one. */
    synchronized void cancel(TaskId id, int attempt, String reason) {
        Cancelled before = early.get(id);
        if (before == null || before.attempt() < attempt) {
            early.put(id, new Cancelled(attempt, reason));
        }
        running.forEach((key, task) -> {
            if (key.task().equals(id) && key.number() <= attempt) {
                task.cancel(reason);
            }
        });
    }

    /** Abandons all that runs, and whatever begins from now on. */
    synchronized void stop() {
        stopped = true;
        running.values().forEach(RunningTask::abandon);
    }

    synchronized void resume() {
        stopped = false;
    }

    synchronized List<RunningTask> running() {
        return new ArrayList<>(running.values());
    }

    /** A map that forgets the oldest entry beyond a number of them. */
    static <K, V> Map<K, V> bounded(int entries) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<K, V> eldest) {
                return size() > entries;
            }
        };
    }
}
