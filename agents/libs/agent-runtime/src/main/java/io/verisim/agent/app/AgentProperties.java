package io.verisim.agent.app;

import io.verisim.model.id.AgentName;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an agent runs.
 *
 * @param name name of the agent
 * @param version version announced to the orchestrator
 * @param instance name of this instance; a random one where none is given
 * @param concurrency tasks done at once, of each type
 * @param heartbeat how often the instance tells that it is alive
 * @param announceAfter how long a task runs before it is told that it has begun; its result tells of a shorter one
 * @param progressInterval least time between two progress messages of a task
 * @param confirmTimeout how long the broker may take to confirm a message
 * @param work directory for scratch files; the system's temporary directory where none is given
 * @param quorum whether durable queues are quorum queues; only RabbitMQ knows them
 */
@ConfigurationProperties("verisim.agent")
record AgentProperties(
        AgentName name,
        @DefaultValue("dev") String version,
        @Nullable String instance,
        @DefaultValue("2") int concurrency,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("50ms") Duration announceAfter,
        @DefaultValue("250ms") Duration progressInterval,
        @DefaultValue("10s") Duration confirmTimeout,
        @Nullable Path work,
        @DefaultValue("false") boolean quorum) {

    AgentProperties {
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalArgumentException(
                    "verisim.agent.concurrency (VERISIM_CONCURRENCY) is " + concurrency + "; choose 1 to 64");
        }
    }
}
