package io.verisim.orchestrator.catalogue;

import java.time.Duration;

/** Whether this orchestrator has heard what agents told; the silence of an agent says nothing to one who was deaf. */
public interface Hearing {

    /** Whether for so long everything was heard, up to now. */
    boolean wasUnbroken(Duration lately);
}
