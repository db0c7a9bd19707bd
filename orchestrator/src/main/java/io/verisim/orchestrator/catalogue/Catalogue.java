package io.verisim.orchestrator.catalogue;

import io.verisim.model.id.AgentName;
import io.verisim.model.message.StatusUpdate;
import java.time.Instant;
import java.util.List;

/** The agent instances that have announced themselves. */
public interface Catalogue {

    /** Keeps what an instance told of itself. */
    void heard(AgentName agent, StatusUpdate status, Instant at);

    /** The instances of an agent that are there. */
    List<String> online(AgentName agent);

    /** All instances, the last heard first. */
    List<AgentInstance> all();

    /** Removes instances that are gone, were last heard of before {@code before}, and hold no task. */
    void forget(Instant before);

    /** Marks those not heard of since {@code before} as lost, and returns what they held. */
    List<HeldTask> lose(Instant before);
}
