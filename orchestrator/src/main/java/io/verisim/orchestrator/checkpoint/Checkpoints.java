package io.verisim.orchestrator.checkpoint;

import io.verisim.orchestrator.workflow.domain.Actor;
import io.verisim.orchestrator.workflow.domain.Workflow;
import java.time.Instant;

/** Where checkpoints are kept. */
public interface Checkpoints {

    /** Keeps a checkpoint in the present transaction; its copy in the object store follows after the commit. */
    void save(Workflow workflow, String label, Actor actor, Instant at);
}
