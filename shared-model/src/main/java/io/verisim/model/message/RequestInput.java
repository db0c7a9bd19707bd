package io.verisim.model.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An agent needs an answer from a person.
 *
 * @param question what is asked, in one sentence
 * @param evidence what the answer can rest on; no production values
 * @param choices the permitted answers
 * @param defaultChoice the answer that applies at the deadline; one of {@code choices}
 * @param deadline until when an answer is awaited
 */
public record RequestInput(
        String question, Map<String, Object> evidence, List<String> choices, String defaultChoice, Instant deadline)
        implements Payload {

    public RequestInput {
        evidence = Documents.immutable(evidence);
        choices = List.copyOf(choices);
        if (!choices.contains(defaultChoice)) {
            throw new IllegalArgumentException("Default '" + defaultChoice + "' is not among the choices " + choices);
        }
    }

    @Override
    public MessageType type() {
        return MessageType.REQUEST_INPUT;
    }
}
