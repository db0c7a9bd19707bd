package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.TimeOrderedIds;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.FollowUp;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.orchestrator.configuration.WorkflowConfiguration;
import io.verisim.orchestrator.lifecycle.Lifecycle;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.PipelineFile;
import io.verisim.orchestrator.pipeline.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Lets events happen to one workflow in memory; time moves only when told. */
final class Rehearsal {

    static final Actor ADA = new Actor("user", "ada");
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    static final ErrorDetail SLOW = ErrorDetail.of(ErrorCategory.TRANSIENT, "SLOW", "It is slow.", "Wait.");
    static final ErrorDetail HELD_BACK =
            ErrorDetail.of(ErrorCategory.DATA, "GATE_PRIVACY", "It tells too much.", "Use more rows.");
    static final ErrorDetail WRONG = ErrorDetail.of(ErrorCategory.DATA, "WRONG", "Row 3 is wrong.", "Correct row 3.");

    private final Pipeline pipeline = pipeline();
    private final IdSource ids = new TimeOrderedIds(Clock.fixed(START, ZoneOffset.UTC), new Random(1));
    private final WorkflowDecider decider;
    private final List<Effect> effects = new ArrayList<>();
    private Outputs outputs = Outputs.none();
    private Instant now = START;
    private Workflow workflow;

    Rehearsal(Lifecycle lifecycle, Map<String, Object> configuration) {
        this.decider = new WorkflowDecider(pipeline, lifecycle, RetryPolicy.standard(), ids);
        Map<String, Object> document = new LinkedHashMap<>(Map.of(
                "name", "rehearsal",
                "synthesis", Map.of("rows", 10),
                "targets", List.of(Map.of("name", "crm", "type", "postgres"), Map.of("name", "file", "type", "file"))));
        document.putAll(configuration);
        this.workflow = Workflow.created(
                new WorkflowOrder(
                        new WorkflowId(ids.next()),
                        "default",
                        new WorkflowConfiguration(document),
                        artifact("source"),
                        ADA,
                        START),
                pipeline);
    }

    static Pipeline pipeline() {
        try (InputStream in = Rehearsal.class.getResourceAsStream("/verisim/orchestrator/pipeline.yaml")) {
            return PipelineFile.read(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ArtifactRef artifact(String name) {
        return new ArtifactRef(URI.create("s3://b/" + name), "application/json", "0".repeat(64), 1, null, null);
    }

    Decision happen(WorkflowEvent event) {
        Outputs given = decider.needsOutputs(workflow, event) ? outputs : Outputs.none();
        Decision decision = decider.decide(workflow, given, event, now);
        workflow = decision.after();
        effects.addAll(decision.effects());
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.KeepResult kept) {
                outputs = outputs.with(new Outputs.Output(
                        kept.task().step(),
                        kept.task().place().ordinal(),
                        kept.result().outputs(),
                        kept.result().followUps()));
            }
        }
        return decision;
    }

    Rehearsal start() {
        happen(new WorkflowEvent.Start(ADA));
        return this;
    }

    /** Does what can be done until the workflow is in a state. */
    Rehearsal until(WorkflowState state) {
        for (int i = 0; workflow.state() != state; i++) {
            TaskRun task = workflow.tasks().stream()
                    .filter(open -> open.status().isInFlight())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Stuck in " + workflow.state() + ": " + workflow.tasks()));
            complete(task);
            if (i > 100) {
                throw new AssertionError("Never " + state);
            }
        }
        return this;
    }

    Decision accept(TaskRun task) {
        return happen(new WorkflowEvent.Accepted(
                task.id(), task.attempt(), task.place().agent() + "-1"));
    }

    Decision complete(TaskRun task) {
        return happen(new WorkflowEvent.Completed(task.id(), task.attempt(), result(task)));
    }

    Decision fail(TaskRun task, ErrorDetail error) {
        return happen(new WorkflowEvent.Failed(task.id(), task.attempt(), error));
    }

    ProcessingComplete result(TaskRun task) {
        Step step = pipeline.step(task.step());
        Map<String, List<ArtifactRef>> artifacts = new LinkedHashMap<>();
        step.outputs()
                .forEach(role -> artifacts.put(
                        role, List.of(artifact(role + "-" + task.place().key()))));
        List<FollowUp> followUps = List.of();
        if (pipeline.steps().stream()
                .anyMatch(other -> other.fanOut().toString().contains("step=" + step.name() + "]"))) {
            followUps = List.of(
                    new FollowUp("one", Map.of("index", 1), Map.of()),
                    new FollowUp("two", Map.of("index", 2), Map.of()));
        }
        return new ProcessingComplete(step.taskType(), artifacts, followUps, Map.of(), Map.of(), List.of());
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    Workflow workflow() {
        return workflow;
    }

    WorkflowState state() {
        return workflow.state();
    }

    /** The tasks of a step as they are now. */
    List<TaskRun> tasks(String step) {
        return workflow.tasks().stream()
                .filter(task -> task.step().equals(step))
                .toList();
    }

    TaskRun task(String step) {
        return tasks(step).getFirst();
    }

    TaskRun task(TaskId id) {
        return workflow.task(id).orElseThrow();
    }

    /** A task that an agent has or will have. */
    TaskRun inFlight() {
        return workflow.tasks().stream()
                .filter(task -> task.status().isInFlight())
                .findFirst()
                .orElseThrow();
    }

    <T extends Effect> List<T> effects(Class<T> type) {
        return effects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
