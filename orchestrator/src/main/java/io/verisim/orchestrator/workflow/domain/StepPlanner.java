package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.TaskId;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.FollowUp;
import io.verisim.model.message.MessageCodec;
import io.verisim.orchestrator.configuration.WorkflowConfiguration;
import io.verisim.orchestrator.pipeline.FanOut;
import io.verisim.orchestrator.pipeline.InputRole;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.Stage;
import io.verisim.orchestrator.pipeline.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the tasks of a step out of the configuration and of what earlier steps yielded. */
final class StepPlanner {

    private static final int ENVELOPE_BYTES = 4096;

    private final Pipeline pipeline;
    private final IdSource ids;

    StepPlanner(Pipeline pipeline, IdSource ids) {
        this.pipeline = pipeline;
        this.ids = ids;
    }

    /** A piece of work before it becomes a task. */
    private record Piece(String key, Map<String, Object> parameters, Map<String, List<ArtifactRef>> inputs) {}

    /**
     * The tasks of a step; none where there is nothing to do.
     *
     * @throws VerisimException CONFIGURATION where something that the step needs was not made
     */
    List<Effect.Dispatch> plan(WorkflowOrder order, Stage stage, Step step, Outputs outputs, Instant now) {
        List<Piece> pieces = pieces(order.configuration(), step, outputs);
        if (pieces.isEmpty()) {
            return List.of();
        }
        Map<String, List<ArtifactRef>> inputs = inputs(order, step, outputs);
        List<Effect.Dispatch> tasks = new ArrayList<>();
        for (Piece piece : pieces) {
            TaskRun.Place place = new TaskRun.Place(
                    stage.name(), step.name(), step.taskType(), stage.agent(), piece.key(), tasks.size());
            Map<String, List<ArtifactRef>> all = new LinkedHashMap<>(inputs);
            all.putAll(piece.inputs());
            DataReady task = new DataReady(step.taskType(), stage.name(), piece.parameters(), all);
            checkSize(step, task);
            tasks.add(new Effect.Dispatch(TaskRun.planned(new TaskId(ids.next()), place, now), task));
        }
        return tasks;
    }

    private static void checkSize(Step step, DataReady task) {
        int bytes = MessageCodec.mapper().writeValueAsBytes(task).length;
        if (bytes > MessageCodec.MAX_BYTES - ENVELOPE_BYTES) {
            throw VerisimException.configuration(
                    "TASK_TOO_LARGE",
                    "A task of step '" + step.name() + "' would take a message of " + bytes + " bytes; "
                            + MessageCodec.MAX_BYTES + " are allowed.",
                    "Let the step before it yield fewer, larger artifacts.");
        }
    }

    private static List<Piece> pieces(WorkflowConfiguration configuration, Step step, Outputs outputs) {
        String section = step.section();
        Map<String, Object> common = section == null ? Map.of() : configuration.section(section);
        return switch (step.fanOut()) {
            case FanOut.Once once -> List.of(new Piece(step.name(), common, Map.of()));
            case FanOut.Each each -> entries(configuration.entries(each.section()), common);
            case FanOut.FollowUps follow ->
                outputs.followUps(follow.step()).stream()
                        .map(proposed -> piece(proposed, common))
                        .toList();
        };
    }

    private static List<Piece> entries(List<Map<String, Object>> entries, Map<String, Object> common) {
        List<Piece> pieces = new ArrayList<>();
        for (Map<String, Object> entry : entries) {
            String key = String.valueOf(entry.getOrDefault("name", "entry-" + pieces.size()));
            pieces.add(new Piece(key, merged(common, entry), Map.of()));
        }
        return pieces;
    }

    private static Piece piece(FollowUp proposed, Map<String, Object> common) {
        return new Piece(proposed.key(), merged(common, proposed.parameters()), proposed.inputs());
    }

    private static Map<String, Object> merged(Map<String, Object> common, Map<String, Object> own) {
        Map<String, Object> merged = new LinkedHashMap<>(common);
        merged.putAll(own);
        return merged;
    }

    private Map<String, List<ArtifactRef>> inputs(WorkflowOrder order, Step step, Outputs outputs) {
        List<String> stepOrder = pipeline.steps().stream().map(Step::name).toList();
        Map<String, List<ArtifactRef>> inputs = new LinkedHashMap<>();
        for (InputRole input : step.inputs()) {
            List<ArtifactRef> found = input.role().equals(Pipeline.SOURCE)
                    ? List.of(order.source())
                    : outputs.role(input.role(), stepOrder);
            if (found.isEmpty() && input.required()) {
                throw VerisimException.configuration(
                        "STEP_INPUT_MISSING",
                        "Step '" + step.name() + "' needs '" + input.role() + "', which no step of this workflow made.",
                        "Do not leave out the stage that makes it, or leave out this one too.");
            }
            if (!found.isEmpty()) {
                inputs.put(input.role(), found);
            }
        }
        return inputs;
    }
}
