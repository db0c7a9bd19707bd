package io.verisim.agent.app;

import io.verisim.agent.InputNeeded;
import io.verisim.agent.Task;
import io.verisim.agent.TaskCancelled;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.Payload;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.StatusKind;
import io.verisim.model.message.StatusUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.util.FileSystemUtils;

/** One run of a task, from its order to what is to be answered. */
final class TaskRun {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRun.class);
    private static final String WORKFLOW = "workflow";
    private static final String TASK = "task";

    private final TaskHandler handler;
    private final AgentRuntime runtime;
    private final Envelope envelope;
    private final @Nullable String traceParent;
    private final Task task;
    private boolean announced;
    private boolean over;

    TaskRun(TaskHandler handler, AgentRuntime runtime, Envelope envelope, @Nullable String traceParent) {
        this.handler = handler;
        this.runtime = runtime;
        this.envelope = envelope;
        this.traceParent = traceParent;
        DataReady order = (DataReady) envelope.payload();
        this.task = new Task(
                Objects.requireNonNull(envelope.correlationId()),
                Objects.requireNonNull(envelope.taskId()),
                envelope.attempt(),
                order.taskType(),
                order.stage(),
                order.parameters(),
                order.inputs());
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It is to be answered so: by a result, an error, or questions. */
        record Answer(List<Payload> payloads) implements Outcome {
            Answer(Payload payload) {
                this(List.of(payload));
            }
        }

        /** The orchestrator asked to stop it and waits for nothing. */
        record Cancelled() implements Outcome {}

        /** The instance stops; another one is to do it. */
        record Abandoned() implements Outcome {}
    }

    Outcome run() {
        MDC.put(WORKFLOW, task.workflow().toString());
        MDC.put(TASK, task.id().toString());
        Lock room = runtime.roomFor(task);
        room.lock();
        try {
            if (runtime.registry().isUnwanted(task.id(), task.attempt())) {
                LOG.info("Task {} is left out, as the orchestrator asked before it began", task.type());
                return new Outcome.Cancelled();
            }
            return runIn(runtime.newScratch());
        } catch (IOException e) {
            return new Outcome.Answer(new ErrorOccurred(task.type(), ErrorClassifier.classify(task.type(), e)));
        } finally {
            room.unlock();
            MDC.remove(WORKFLOW);
            MDC.remove(TASK);
        }
    }

    private Outcome runIn(Path scratch) {
        RunningTask running = runtime.newRunningTask(task, scratch, this::tellProgress);
        runtime.registry().started(task.id(), task.attempt(), running);
        Future<?> announcement = runtime.soon(this::announce);
        try {
            running.checkCancelled();
            TaskResult result = handler.handle(task, running);
            return new Outcome.Answer(new ProcessingComplete(
                    task.type(),
                    result.outputs(),
                    result.followUps(),
                    result.metrics(),
                    result.facts(),
                    result.cost()));
        } catch (Throwable t) {
            return failure(running, t);
        } finally {
            runtime.registry().ended(task.id(), task.attempt());
            // From here on nobody interrupts this thread for the sake of this task.
            Thread.interrupted();
            running.finish();
            announcement.cancel(false);
            over();
            deleteQuietly(scratch);
        }
    }

    private Outcome failure(RunningTask running, Throwable thrown) {
        if (running.isAbandoned()) {
            LOG.info("Task {} stops with its agent; another instance takes it", task.type());
            return new Outcome.Abandoned();
        }
        if (running.isCancelled() || thrown instanceof TaskCancelled) {
            LOG.info("Task {} stops, as the orchestrator asked", task.type());
            return new Outcome.Cancelled();
        }
        if (thrown instanceof InputNeeded needed) {
            LOG.info(
                    "Task {} asks {} questions", task.type(), needed.questions().size());
            return new Outcome.Answer(List.copyOf(needed.questions()));
        }
        ErrorOccurred error = new ErrorOccurred(task.type(), ErrorClassifier.classify(task.type(), thrown));
        if (thrown instanceof VerisimException) {
            LOG.warn(
                    "Task {} fails ({}); the orchestrator decides what follows",
                    task.type(),
                    error.error().code());
        } else {
            LOG.warn(
                    "Task {} fails unexpectedly; the orchestrator decides what follows{}",
                    task.type(),
                    ErrorClassifier.trace(thrown));
        }
        return new Outcome.Answer(error);
    }

    /** Tells that the task has begun, once; one that ends within a moment is told of by its result alone. */
    private synchronized void announce() {
        if (!announced && !over) {
            announced = true;
            tell(StatusKind.ACCEPTED, null);
        }
    }

    private void tellProgress(RunningTask.Progress progress) {
        announce();
        tell(StatusKind.PROGRESS, progress);
    }

    /** From here on only the result is told. */
    private synchronized void over() {
        over = true;
    }

    private void tell(StatusKind kind, RunningTask.@Nullable Progress progress) {
        StatusUpdate update = new StatusUpdate(
                kind,
                runtime.instance(),
                runtime.version(),
                progress == null ? null : progress.sentence(),
                progress == null ? null : progress.processed(),
                progress == null || progress.total() == 0 ? null : progress.total(),
                List.of());
        runtime.messenger().tell(runtime.messenger().envelope(envelope, update), traceParent);
    }

    private static void deleteQuietly(Path scratch) {
        try {
            FileSystemUtils.deleteRecursively(scratch);
        } catch (IOException e) {
            LOG.warn("Scratch directory {} stays behind: {}", scratch.getFileName(), e.getMessage());
        }
    }
}
