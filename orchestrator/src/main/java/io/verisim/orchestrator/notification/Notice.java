package io.verisim.orchestrator.notification;

import io.verisim.model.id.WorkflowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people are to be told. Holds what is fixed or chosen by people, such as names, codes and remedies, and no message
 * of an agent, so that no production value leaves the house with it.
 *
 * @param workflow the workflow
 * @param project tenant
 * @param name what the workflow is called
 * @param kind what it is about
 * @param code the error that led to it; null for none
 * @param category its category; null for none
 * @param sentence for people
 * @param at when
 */
public record Notice(
        WorkflowId workflow,
        String project,
        String name,
        NoticeKind kind,
        @Nullable String code,
        @Nullable String category,
        String sentence,
        Instant at) {

    /** Relative address of the page on which something can be done. */
    public String link() {
        return "/workflow.html?id=" + workflow;
    }
}
