package io.verisim.orchestrator.catalogue;

import io.verisim.model.id.AgentName;
import io.verisim.model.message.StatusUpdate;
import java.time.Instant;
import java.util.List;

/** The agent instances that have announced themselves. */
public interface Catalogue {

    /** Keeps what an instance told of itself. */
    void heard(AgentName agent, StatusUpdate status, Instant at);

    /** All instances, the last heard first. */
    List<AgentInstance> all();

    /** Marks those not heard of since {@code before} as lost, and returns what they held. */
    List<HeldTask> lose(Instant before);
}
