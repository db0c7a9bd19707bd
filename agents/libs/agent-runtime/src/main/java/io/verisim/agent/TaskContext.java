package io.verisim.agent;

import java.nio.file.Path;
import java.time.Clock;

/** What the runtime gives a handler for one task. Safe to use from several threads of the handler. */
public interface TaskContext {

    /** The artifacts of this workflow, in object storage. */
    Artifacts artifacts();

    /** An empty private directory; removed after the task. */
    Path scratch();

    Clock clock();

    /**
     * Tells how far the task is. Cheap to call often: the runtime sends at most a few a second, and always the last.
     *
     * @param processed units done
     * @param total units in all, at least {@code processed}; 0 where unknown
     * @param sentence what happens, in a sentence a person understands; no sensitive values
     */
    void progress(long processed, long total, String sentence);

    /**
     * Throws where the task was cancelled or paused; called by handlers between chunks of work, at least once a second.
     *
     * @throws TaskCancelled to be let through
     */
    void checkCancelled();
}
