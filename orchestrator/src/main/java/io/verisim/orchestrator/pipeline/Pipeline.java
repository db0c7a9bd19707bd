package io.verisim.orchestrator.pipeline;

import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole pipeline; all that the orchestrator knows of agents and task types.
 *
 * @param stages one for each working state, in their order
 * @param summary for each artifact that the summary names, the roles that may fill it, best first
 */
public record Pipeline(List<Stage> stages, Map<String, List<String>> summary) {

    /** Role of the data that a workflow starts from. */
    public static final String SOURCE = "source";

    public Pipeline {
        stages = List.copyOf(stages);
        summary = Map.copyOf(summary);
        checkStates(stages);
        checkSteps(stages);
    }

    private static void checkStates(List<Stage> stages) {
        List<WorkflowState> states = stages.stream().map(Stage::state).toList();
        List<WorkflowState> expected = Stream.of(WorkflowState.values())
                .filter(WorkflowState::isWorking)
                .toList();
        if (!states.equals(expected)) {
            throw new IllegalArgumentException("The stages have states " + states + " instead of " + expected);
        }
    }

    private static void checkSteps(List<Stage> stages) {
        Set<String> roles = new HashSet<>(Set.of(SOURCE));
        Set<String> names = new HashSet<>();
        for (Stage stage : stages) {
            for (Step step : stage.steps()) {
                if (!names.add(step.name())) {
                    throw new IllegalArgumentException("Two steps are named '" + step.name() + "'");
                }
                if (step.fanOut() instanceof FanOut.FollowUps follow && !names.contains(follow.step())) {
                    throw new IllegalArgumentException(
                            "Step '" + step.name() + "' follows '" + follow.step() + "', which is no earlier step");
                }
                for (InputRole input : step.inputs()) {
                    if (!roles.contains(input.role())) {
                        throw new IllegalArgumentException("Step '" + step.name() + "' takes '" + input.role()
                                + "', which no earlier step yields");
                    }
                }
                roles.addAll(step.outputs());
            }
        }
    }

    public Stage stage(WorkflowState state) {
        return stages.stream()
                .filter(stage -> stage.state() == state)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No stage is in state " + state));
    }

    /** All steps of all stages, in order. */
    public List<Step> steps() {
        return stages.stream().flatMap(stage -> stage.steps().stream()).toList();
    }

    public Step step(String name) {
        return steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The pipeline has no step '" + name + "'"));
    }

    /** The steps that run in the background and yield something that {@code step} takes. */
    public List<Step> awaitedBy(Step step) {
        Set<String> taken = new HashSet<>();
        step.inputs().forEach(input -> taken.add(input.role()));
        return steps().stream()
                .filter(Step::background)
                .filter(other -> other.outputs().stream().anyMatch(taken::contains))
                .toList();
    }

    /** Task types by the name of their queue, each once. */
    public List<String> taskTypes() {
        return steps().stream().map(Step::taskType).distinct().toList();
    }
}
