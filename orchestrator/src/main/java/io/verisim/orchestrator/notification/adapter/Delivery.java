package io.verisim.orchestrator.notification.adapter;

import io.verisim.orchestrator.notification.NoticeKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification as it is kept and delivered. */
record Delivery(
        UUID id,
        NoticeKind kind,
        UUID workflow,
        String project,
        String name,
        @Nullable String code,
        @Nullable String category,
        String sentence,
        String link,
        Instant at) {}
