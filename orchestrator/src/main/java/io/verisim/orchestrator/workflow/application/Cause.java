package io.verisim.orchestrator.workflow.application;

import io.verisim.model.id.MessageId;
import io.verisim.orchestrator.workflow.domain.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Why something happens.
 *
 * @param actor who caused it
 * @param message the message that caused it; null where none did
 * @param traceParent W3C trace context that it belongs to
 */
public record Cause(
        Actor actor, @Nullable MessageId message, @Nullable String traceParent) {

    public static Cause by(Actor actor) {
        return new Cause(actor, null, null);
    }
}
