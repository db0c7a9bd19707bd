package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A workflow with all that decisions rest on.
 *
 * @param order what was asked for
 * @param course how far it is
 * @param tasks its tasks, in the order they were planned
 * @param questions what waits for an answer
 */
public record Workflow(WorkflowOrder order, Course course, List<TaskRun> tasks, List<Question> questions) {

    public Workflow {
        tasks = List.copyOf(tasks);
        questions = List.copyOf(questions);
    }

    /** A workflow that has not begun. */
    public static Workflow created(WorkflowOrder order, Pipeline pipeline) {
        List<StageRun> stages = pipeline.stages().stream()
                .map(Stage::name)
                .map(StageRun::pending)
                .toList();
        return new Workflow(
                order,
                new Course(WorkflowState.CREATED, null, stages, Set.of(), List.of(), null, null, null),
                List.of(),
                List.of());
    }

    public WorkflowId id() {
        return order.id();
    }

    public WorkflowState state() {
        return course.state();
    }

    public Optional<TaskRun> task(TaskId id) {
        return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
    }
}
