package io.verisim.orchestrator.messaging;

import io.verisim.model.id.MessageId;

/** Remembers which messages were handled. */
public interface Inbox {

    /** Whether the message comes for the first time; remembers it in the present transaction. */
    boolean isFirst(MessageId id);
}
