package io.verisim.orchestrator.catalogue;

import io.verisim.model.id.AgentName;
import io.verisim.model.message.TaskTypeInfo;
import java.time.Instant;
import java.util.List;

/**
 * An agent instance.
 *
 * @param instance name of the instance
 * @param name name of the agent
 * @param version version it announced
 * @param status ONLINE, OFFLINE (it said so) or LOST (it fell silent)
 * @param taskTypes what it offers
 * @param onlineAt when it announced itself
 * @param lastSeenAt when it was last heard of
 */
public record AgentInstance(
        String instance,
        AgentName name,
        String version,
        String status,
        List<TaskTypeInfo> taskTypes,
        Instant onlineAt,
        Instant lastSeenAt) {

    public AgentInstance {
        taskTypes = List.copyOf(taskTypes);
    }
}
