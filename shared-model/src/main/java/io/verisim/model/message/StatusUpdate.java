package io.verisim.model.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent instance tells of itself and its task.
 *
 * @param kind what is told
 * @param instance name of the agent instance; its control queue is named after it
 * @param version version of the agent
 * @param sentence what happens, in a sentence a person understands
 * @param processed units done, where the task can count them
 * @param total units in all, where known
 * @param taskTypes what the instance offers; only with {@link StatusKind#ONLINE} and {@link StatusKind#HEARTBEAT}
 */
public record StatusUpdate(
        StatusKind kind,
        String instance,
        String version,
        @Nullable String sentence,
        @Nullable Long processed,
        @Nullable Long total,
        List<TaskTypeInfo> taskTypes)
        implements Payload {

    public StatusUpdate {
        taskTypes = List.copyOf(taskTypes);
    }

    @Override
    public MessageType type() {
        return MessageType.STATUS_UPDATE;
    }
}
