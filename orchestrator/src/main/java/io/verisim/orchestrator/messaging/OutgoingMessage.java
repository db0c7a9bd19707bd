package io.verisim.orchestrator.messaging;

import io.verisim.model.message.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out.
 *
 * @param exchange exchange it goes to
 * @param routingKey routing key
 * @param envelope the message
 * @param traceParent W3C trace context
 */
public record OutgoingMessage(
        String exchange,
        String routingKey,
        Envelope envelope,
        @Nullable String traceParent) {}
