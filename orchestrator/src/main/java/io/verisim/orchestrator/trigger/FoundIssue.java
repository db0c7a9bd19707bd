package io.verisim.orchestrator.trigger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An issue that a query found.
 *
 * @param key names it
 * @param updated when it was last changed
 * @param account who reported it; null where that is not known
 */
public record FoundIssue(
        String key, Instant updated, @Nullable String account) {}
