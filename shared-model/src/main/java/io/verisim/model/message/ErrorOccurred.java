package io.verisim.model.message;

import io.verisim.model.error.ErrorDetail;

/**
 * A task failed.
 *
 * @param taskType what was tried
 * @param error what went wrong, classified
 */
public record ErrorOccurred(String taskType, ErrorDetail error) implements Payload {

    @Override
    public MessageType type() {
        return MessageType.ERROR_OCCURRED;
    }
}
