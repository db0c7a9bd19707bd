package io.verisim.orchestrator.pipeline;

/**
 * What a step takes.
 *
 * @param role role of the artifacts
 * @param required whether the step cannot begin without
 */
public record InputRole(String role, boolean required) {

    /** Reads {@code role}, which needs at least one artifact, or {@code role?} or {@code role*}, which do not. */
    static InputRole parse(String text) {
        return text.endsWith("?") || text.endsWith("*")
                ? new InputRole(text.substring(0, text.length() - 1), false)
                : new InputRole(text, true);
    }
}
