package io.verisim.orchestrator.trigger;

import io.verisim.model.id.WorkflowId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where triggers are kept, with the issues that they have seen. */
public interface TriggerBook {

    /**
     * An issue as it was last seen.
     *
     * @param updated its change then
     * @param workflow the workflow that it led to
     */
    record Seen(Instant updated, @Nullable WorkflowId workflow) {}

    /**
     * What became of the workflow that a trigger started last.
     *
     * @param endedAt when it ended; null while it has not
     */
    record LastRun(@Nullable Instant endedAt) {}

    void add(Trigger trigger);

    List<Trigger> all();

    /** Switches one on or off; false where there is none. */
    boolean switchTo(UUID id, boolean on, Instant now);

    /** Takes one out; false where there is none. */
    boolean remove(UUID id);

    /** A trigger that is due, which no other poll gets until the transaction ends. */
    Optional<Trigger> lockDue(Instant now);

    Map<String, Seen> seen(UUID trigger);

    Optional<LastRun> lastRun(Trigger trigger);

    void keepSeen(UUID trigger, Map<String, Seen> seen);

    /** Keeps how a poll ended, and when the next one is. */
    void polled(Trigger trigger, @Nullable WorkflowId started, @Nullable String problem, Instant now);
}
