package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.TaskId;
import io.verisim.model.message.ControlAction;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.ProcessingComplete;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What follows from a decision beyond the new state; carried out in the transaction that saves it. */
public sealed interface Effect {

    /** Sends a new task. */
    record Dispatch(TaskRun task, DataReady order) implements Effect {}

    /** Sends a task again, with its present attempt and with {@code extra} added to its parameters. */
    record DispatchAgain(TaskRun task, Map<String, Object> extra) implements Effect {
        public DispatchAgain {
            extra = Map.copyOf(extra);
        }
    }

    /** Adds {@code extra} to the parameters of a task for its next attempt. */
    record AmendOrder(TaskRun task, Map<String, Object> extra) implements Effect {
        public AmendOrder {
            extra = Map.copyOf(extra);
        }
    }

    /** Asks the instance that holds an attempt to stop it. */
    record Stop(TaskRun task, int attempt, String instance, ControlAction action, String reason) implements Effect {}

    /** Asks every instance of an agent to leave out tasks that wait in its queue. */
    record StopQueued(AgentName agent, List<TaskRun> tasks, ControlAction action, String reason) implements Effect {
        public StopQueued {
            tasks = List.copyOf(tasks);
        }
    }

    /** Keeps what a task yielded. */
    record KeepResult(TaskRun task, ProcessingComplete result) implements Effect {}

    /**
     * Keeps an error and what was decided about it.
     *
     * @param task the task that failed; null where the step could not be planned
     */
    record KeepError(
            String stage,
            String step,
            AgentName agent,
            @Nullable TaskRun task,
            ErrorDetail error,
            String decision) implements Effect {

        static KeepError of(TaskRun task, ErrorDetail error, String decision) {
            TaskRun.Place place = task.place();
            return new KeepError(place.stage(), place.step(), place.agent(), task, error, decision);
        }
    }

    /** Wakes the workflow when the next attempt at a task is due. */
    record ScheduleRetry(TaskRun task, Instant at) implements Effect {}

    /** Wakes the workflow when the default answer applies. */
    record ScheduleDefault(Question question, Instant at) implements Effect {}

    record KeepQuestion(Question question) implements Effect {}

    /** A question needs no answer any more; {@code choice} and {@code actor} are null where nobody gave one. */
    record CloseQuestion(
            UUID question,
            @Nullable String choice,
            @Nullable Actor actor) implements Effect {}

    /** Takes a checkpoint. */
    record SaveCheckpoint(String label) implements Effect {}

    /**
     * Adds a line to the workflow's log, which is also its live stream.
     *
     * @param kind what kind of line, such as {@code stage_completed}
     * @param level info, warning or error
     * @param source who tells it: an agent, or the orchestrator
     * @param stage stage it belongs to; null for the workflow as a whole
     * @param task task it belongs to; null for none
     * @param sentence for people
     * @param data for programs
     */
    record Announce(
            String kind,
            Level level,
            String source,
            @Nullable String stage,
            @Nullable TaskId task,
            String sentence,
            Map<String, Object> data)
            implements Effect {
        public Announce {
            data = Map.copyOf(data);
        }
    }

    /** How urgent a line of the log is. */
    enum Level {
        INFO,
        WARNING,
        ERROR
    }
}
