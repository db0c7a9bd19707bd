package io.verisim.model.message;

/** The body of a message; one record for each {@link MessageType}. */
public sealed interface Payload
        permits DataReady, ProcessingComplete, ErrorOccurred, StatusUpdate, RequestInput, Control {

    /** The message type that this payload belongs to. */
    MessageType type();
}
