package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.id.AgentName;
import io.verisim.model.id.TaskId;
import io.verisim.model.message.ControlAction;
import io.verisim.orchestrator.lifecycle.IllegalTransition;
import io.verisim.orchestrator.lifecycle.Lifecycle;
import io.verisim.orchestrator.lifecycle.Transition;
import io.verisim.orchestrator.lifecycle.Trigger;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.Stage;
import io.verisim.orchestrator.pipeline.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The working copy of a workflow while one event is decided; used once, by one thread. */
final class Progression {

    private static final int REMEMBERED = 40;

    private final WorkflowOrder order;
    private final Pipeline pipeline;
    private final Lifecycle lifecycle;
    private final Instant now;

    private final List<StageRun> stages;
    private final Set<String> planned;
    private final List<Transition> history;
    private final Map<TaskId, TaskRun> tasks = new LinkedHashMap<>();
    private final Map<UUID, Question> questions = new LinkedHashMap<>();
    private final List<Effect> effects = new ArrayList<>();

    private Outputs outputs;
    private WorkflowState state;
    private @Nullable WorkflowState resume;
    private @Nullable Failure failure;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;

    Progression(Workflow workflow, Outputs outputs, Pipeline pipeline, Lifecycle lifecycle, Instant now) {
        this.order = workflow.order();
        this.outputs = outputs;
        this.pipeline = pipeline;
        this.lifecycle = lifecycle;
        this.now = now;
        Course course = workflow.course();
        this.state = course.state();
        this.resume = course.resume();
        this.stages = new ArrayList<>(course.stages());
        this.planned = new LinkedHashSet<>(course.planned());
        this.history = new ArrayList<>(course.history());
        this.failure = course.failure();
        this.startedAt = course.startedAt();
        this.endedAt = course.endedAt();
        workflow.tasks().forEach(task -> tasks.put(task.id(), task));
        workflow.questions().forEach(question -> questions.put(question.id(), question));
    }

    Decision decision(boolean accepted) {
        Course course = new Course(state, resume, stages, planned, history, failure, startedAt, endedAt);
        Workflow after = new Workflow(order, course, List.copyOf(tasks.values()), List.copyOf(questions.values()));
        return new Decision(after, effects, accepted);
    }

    Instant now() {
        return now;
    }

    WorkflowState state() {
        return state;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    WorkflowOrder order() {
        return order;
    }

    /** Whether any agent has a task, or will have one without anybody's doing. */
    boolean anyInFlight() {
        return tasks.values().stream().anyMatch(task -> task.status().isInFlight());
    }

    boolean anyWaits(WaitReason reason) {
        return tasks.values().stream().anyMatch(task -> task.waiting() == reason);
    }

    /** Whether nothing needs to wait for a step any more; true also of one that made no tasks. */
    boolean isSettled(Step step) {
        return tasks.values().stream()
                .filter(task -> task.step().equals(step.name()))
                .allMatch(
                        task -> task.status().isSettled() || (task.status() == TaskStatus.FAILED && !step.critical()));
    }

    boolean isPlanned(Step step) {
        return planned.contains(step.name());
    }

    /** Adds the tasks of a step. */
    void plan(Step step, List<Effect.Dispatch> dispatches) {
        planned.add(step.name());
        for (Effect.Dispatch dispatch : dispatches) {
            put(dispatch.task());
            add(dispatch);
        }
    }

    Outputs outputs() {
        return outputs;
    }

    /** The present stage as it runs. */
    StageRun currentRun() {
        return stages.get(pipeline.stages().indexOf(currentStage()));
    }

    void enter() {
        stages.set(pipeline.stages().indexOf(currentStage()), currentRun().started(now));
        tell("stage_started", Effect.Level.INFO, null, currentStage().title() + " begins.", Map.of());
    }

    @Nullable
    TaskRun task(TaskId id) {
        return tasks.get(id);
    }

    Collection<TaskRun> tasks() {
        return List.copyOf(tasks.values());
    }

    Map<UUID, Question> questions() {
        return questions;
    }

    void put(TaskRun task) {
        tasks.put(task.id(), task);
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    void yielded(Outputs.Output output) {
        outputs = outputs.with(output);
    }

    void begin() {
        startedAt = now;
    }

    void end() {
        endedAt = now;
    }

    void cured() {
        failure = null;
        endedAt = null;
    }

    void tell(String kind, Effect.Level level, @Nullable TaskRun task, String sentence, Map<String, Object> data) {
        String stage = task != null
                ? task.place().stage()
                : state.isWorking() ? currentStage().name() : null;
        AgentName source = task == null ? AgentName.ORCHESTRATOR : task.place().agent();
        add(new Effect.Announce(kind, level, source.value(), stage, task == null ? null : task.id(), sentence, data));
    }

    void fire(Trigger trigger) {
        WorkflowState next = lifecycle
                .next(state, resume, trigger)
                .orElseThrow(() -> new IllegalTransition(order.id(), state, trigger, history));
        WorkflowState from = state;
        if (next.isResting()) {
            resume = from.isResting() ? resume : from;
        } else {
            resume = null;
        }
        state = next;
        history.add(new Transition(from, trigger, next, now));
        if (history.size() > REMEMBERED) {
            history.removeFirst();
        }
        tell(
                "state",
                Effect.Level.INFO,
                null,
                "The workflow goes from " + from + " to " + next + ".",
                Map.of("from", from.name(), "to", next.name(), "trigger", trigger.name()));
    }

    /** Stops with an error. */
    void stop(Trigger trigger, Failure why) {
        fire(trigger);
        failure = why;
        if (trigger == Trigger.FAIL) {
            end();
        }
    }

    /** Takes every task in flight back; they are sent again when the workflow goes on. */
    void hold(String reason) {
        stopQueued(task -> true, ControlAction.PAUSE, reason);
        for (TaskRun task : tasks()) {
            if (task.status().isInFlight()) {
                stopHolder(task, ControlAction.PAUSE, reason);
                put(task.waiting(WaitReason.HELD, null));
            }
        }
    }

    /** Ends open tasks for good. */
    void drop(Predicate<TaskRun> which, String reason) {
        stopQueued(which, ControlAction.CANCEL, reason);
        for (TaskRun task : tasks()) {
            if (which.test(task) && !task.status().isSettled()) {
                stopHolder(task, ControlAction.CANCEL, reason);
                put(task.settled(TaskStatus.SKIPPED, task.error(), now));
                closeQuestions(task);
            }
        }
    }

    private void closeQuestions(TaskRun task) {
        for (Question question : List.copyOf(questions.values())) {
            if (question.task().equals(task.id())) {
                questions.remove(question.id());
                add(new Effect.CloseQuestion(question.id(), null, null));
            }
        }
    }

    private void stopHolder(TaskRun task, ControlAction action, String reason) {
        String instance = task.instance();
        if (task.status() == TaskStatus.RUNNING && instance != null) {
            add(new Effect.Stop(task, task.attempt(), instance, action, reason));
        }
    }

    /** Nobody holds these; whoever takes one of them next is to know before it begins. */
    private void stopQueued(Predicate<TaskRun> which, ControlAction action, String reason) {
        Map<AgentName, List<TaskRun>> queued = tasks.values().stream()
                .filter(which.and(task -> task.status() == TaskStatus.PENDING))
                .collect(Collectors.groupingBy(task -> task.place().agent(), LinkedHashMap::new, Collectors.toList()));
        queued.forEach((agent, ofAgent) -> add(new Effect.StopQueued(agent, ofAgent, action, reason)));
    }

    /** Sends again what was held, waits for its time, or failed. */
    void sendHeldAgain() {
        for (TaskRun task : tasks()) {
            boolean held = task.status() == TaskStatus.WAITING && task.waiting() != WaitReason.INPUT;
            boolean failed = task.status() == TaskStatus.FAILED && WorkflowDecider.isCritical(pipeline, task);
            if (held || failed) {
                sendAgain(task.again(0), Map.of());
            }
        }
    }

    /** Whether a question of this task is open. */
    boolean asks(TaskRun task) {
        return questions.values().stream().anyMatch(question -> question.task().equals(task.id()));
    }

    void sendAgain(TaskRun task, Map<String, Object> extra) {
        put(task);
        add(new Effect.DispatchAgain(task, extra));
    }

    Stage currentStage() {
        return pipeline.stage(resume == null ? state : resume);
    }

    /** Leaves the stage that the workflow is in. */
    void leave(Trigger trigger, boolean skipped) {
        Stage stage = currentStage();
        int index = pipeline.stages().indexOf(stage);
        StageRun run = stages.get(index).ended(now, skipped);
        stages.set(index, run);
        planned.addAll(stage.steps().stream().map(Step::name).toList());
        String sentence = skipped
                ? stage.title() + " is left out."
                : stage.title() + " is done after " + run.seconds(now) + " s.";
        tell(
                skipped ? "stage_skipped" : "stage_completed",
                Effect.Level.INFO,
                null,
                sentence,
                Map.of("seconds", run.seconds(now)));
        if (stage.checkpoint() && !skipped) {
            add(new Effect.SaveCheckpoint(stage.name()));
        }
        fire(trigger);
        if (state.isFinal()) {
            end();
        }
    }
}
