package io.verisim.model.message;

/**
 * Asks the instance that holds a task to stop it.
 *
 * @param action what is asked
 * @param reason why, in a sentence
 */
public record Control(ControlAction action, String reason) implements Payload {

    @Override
    public MessageType type() {
        return MessageType.CONTROL;
    }
}
