package io.verisim.agent;

import java.io.Serial;

/** The task was cancelled or paused while it ran; handlers let it through after cleaning up. */
public final class TaskCancelled extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public TaskCancelled(String reason) {
        super(reason);
    }
}
