package io.verisim.model.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks an instance to stop the task that the envelope names, or several that it may hold or take soon.
 *
 * @param action what is asked
 * @param reason why, in a sentence
 * @param tasks more attempts that nobody waits for; null for none
 */
public record Control(
        ControlAction action, String reason, @Nullable List<TaskAttempt> tasks) implements Payload {

    public Control {
        tasks = tasks == null ? null : List.copyOf(tasks);
    }

    /** For the task that the envelope names. */
    public Control(ControlAction action, String reason) {
        this(action, reason, null);
    }

    /** The attempts besides that of the envelope. */
    public List<TaskAttempt> others() {
        return tasks == null ? List.of() : tasks;
    }

    @Override
    public MessageType type() {
        return MessageType.CONTROL;
    }
}
