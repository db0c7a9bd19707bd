package io.verisim.orchestrator.messaging;

import java.util.List;

/** Messages that leave once the present transaction has committed. */
public interface Outbox {

    void add(List<OutgoingMessage> messages);
}
