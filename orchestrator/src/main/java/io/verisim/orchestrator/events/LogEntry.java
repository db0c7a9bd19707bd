package io.verisim.orchestrator.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a workflow's log.
 *
 * @param seq number of the line, from 1 without gaps
 * @param at when
 * @param kind what kind of line
 * @param level INFO, WARNING or ERROR
 * @param source who tells it: an agent, or the orchestrator
 * @param stage stage it belongs to; null for the workflow as a whole
 * @param taskId task it belongs to; null for none
 * @param sentence for people
 * @param data for programs
 */
public record LogEntry(
        long seq,
        Instant at,
        String kind,
        String level,
        String source,
        @Nullable String stage,
        @Nullable UUID taskId,
        String sentence,
        Map<String, Object> data) {}
