package io.verisim.orchestrator.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a stage: tasks of one type.
 *
 * @param name unique in the pipeline
 * @param taskType the type of its tasks, whose queue is named after it
 * @param fanOut of what one task each is made
 * @param inputs roles of the artifacts that each task gets
 * @param outputs roles of the artifacts that a task yields
 * @param section section of the configuration whose entries become the parameters; null for none
 * @param background whether the stage may end before it
 * @param critical whether its failure stops the workflow
 * @param checkpoint whether a checkpoint is taken after each of its tasks
 */
public record Step(
        String name,
        String taskType,
        FanOut fanOut,
        List<InputRole> inputs,
        List<String> outputs,
        @Nullable String section,
        boolean background,
        boolean critical,
        boolean checkpoint) {

    public Step {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
