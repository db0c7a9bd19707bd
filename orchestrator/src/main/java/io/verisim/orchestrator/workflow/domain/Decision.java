package io.verisim.orchestrator.workflow.domain;

import java.util.List;

/**
 * What follows from an event.
 *
 * @param after the workflow as it is now
 * @param effects what is to be done, in order
 * @param accepted whether the event counted; false for what came late or twice
 */
public record Decision(Workflow after, List<Effect> effects, boolean accepted) {

    public Decision {
        effects = List.copyOf(effects);
    }
}
