package io.verisim.orchestrator.messaging;

import java.util.List;

/** Messages that nobody could handle, set aside until a person decides. */
public interface Parking {

    /** What is parked, oldest first; at most a thousand. */
    List<ParkedMessage> list();

    /**
     * Sends a message to the queue it came from once more, and takes it out.
     *
     * @return false where no such message is parked
     * @throws io.verisim.model.error.VerisimException INTEGRATION where the broker does not take it; it stays parked
     */
    boolean replay(String id);

    /**
     * Takes a message out for good.
     *
     * @return false where no such message is parked
     */
    boolean discard(String id);
}
