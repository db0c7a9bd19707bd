package io.verisim.orchestrator.pipeline;

import io.verisim.model.id.AgentName;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.util.List;

/**
 * A stage of the pipeline.
 *
 * @param name as it is spelled in every interface
 * @param title as it is shown to people
 * @param state state of a workflow that is in this stage
 * @param agent the agent that is shown for the stage, and that does its steps unless they say otherwise
 * @param checkpoint whether a checkpoint is taken after it
 * @param steps in the order in which they begin
 */
public record Stage(
        String name, String title, WorkflowState state, AgentName agent, boolean checkpoint, List<Step> steps) {

    public Stage {
        steps = List.copyOf(steps);
        if (!state.isWorking()) {
            throw new IllegalArgumentException("Stage '" + name + "' cannot be in state " + state);
        }
    }
}
