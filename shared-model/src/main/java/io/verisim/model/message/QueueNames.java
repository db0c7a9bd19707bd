package io.verisim.model.message;

import io.verisim.model.id.AgentName;

/** Names of exchanges, queues and routing keys; the same on every broker. */
public final class QueueNames {

    /** Direct exchange: tasks to task queues, control messages to instance queues. Routing key = queue name. */
    public static final String COMMANDS = "verisim.commands";

    /** Topic exchange: everything agents tell. Routing key {@code <type>.<sender>}. */
    public static final String EVENTS = "verisim.events";

    /** Durable queue of the orchestrators, bound to every event. */
    public static final String ORCHESTRATOR = "verisim.orchestrator";

    /** Durable queue of messages that nobody could handle, each with its reason in the headers. */
    public static final String PARKING = "verisim.parking";

    /** Header of a parked message: why it was parked. */
    public static final String PARKED_REASON = "x-verisim-parked-reason";

    /** Header of a parked message: the queue it came from. */
    public static final String PARKED_QUEUE = "x-verisim-parked-queue";

    private QueueNames() {}

    /** Durable queue of one task type, shared by all instances that offer it. */
    public static String task(String taskType) {
        return "verisim.task." + taskType;
    }

    /** Queue of one agent instance for control messages; goes with the instance. */
    public static String control(AgentName agent, String instance) {
        return "verisim.control." + agent + "." + instance;
    }

    /** Routing key of an event. */
    public static String event(MessageType type, AgentName sender) {
        return type + "." + sender;
    }
}
