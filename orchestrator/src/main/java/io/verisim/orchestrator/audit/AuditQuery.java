package io.verisim.orchestrator.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is null does not matter.
 *
 * @param workflow workflow concerned
 * @param actor name or account of who acted
 * @param action what was done; with {@code *} at the end whatever begins so
 * @param from first moment
 * @param to first moment after
 */
public record AuditQuery(
        @Nullable UUID workflow,
        @Nullable String actor,
        @Nullable String action,
        @Nullable Instant from,
        @Nullable Instant to) {}
