package io.verisim.orchestrator.notification;

import io.verisim.model.error.ErrorDetail;
import io.verisim.orchestrator.lifecycle.Transition;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import io.verisim.orchestrator.workflow.domain.Decision;
import io.verisim.orchestrator.workflow.domain.Effect;
import io.verisim.orchestrator.workflow.domain.Failure;
import io.verisim.orchestrator.workflow.domain.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whether people are to be told of a decision. */
public final class Notices {

    private static final String GATE = "GATE_";

    private Notices() {}

    /** The notice of a decision that led into a state of which people want to know. */
    public static Optional<Notice> of(Decision decision, Instant now) {
        Workflow after = decision.after();
        List<Transition> history = after.course().history();
        boolean moved = decision.effects().stream()
                .anyMatch(effect ->
                        effect instanceof Effect.Announce line && line.kind().equals("state"));
        if (!moved || history.isEmpty()) {
            return Optional.empty();
        }
        Failure failure = after.course().failure();
        ErrorDetail error = failure == null ? null : failure.detail();
        return kind(after.state(), error).map(kind -> notice(after, kind, error, now));
    }

    private static Optional<NoticeKind> kind(WorkflowState state, @Nullable ErrorDetail error) {
        boolean stopped = state == WorkflowState.PAUSED || state == WorkflowState.FAILED;
        if (stopped && error != null && error.code().startsWith(GATE)) {
            return Optional.of(NoticeKind.GATE_STOPPED);
        }
        return switch (state) {
            case PAUSED -> Optional.of(NoticeKind.PAUSED);
            case FAILED -> Optional.of(NoticeKind.FAILED);
            case WAITING_INPUT -> Optional.of(NoticeKind.WAITING_INPUT);
            case COMPLETED -> Optional.of(NoticeKind.COMPLETED);
            default -> Optional.empty();
        };
    }

    private static Notice notice(Workflow workflow, NoticeKind kind, @Nullable ErrorDetail error, Instant now) {
        String name = workflow.order().configuration().name();
        return new Notice(
                workflow.id(),
                workflow.order().project(),
                name,
                kind,
                error == null ? null : error.code(),
                error == null ? null : error.category().name(),
                sentence(name, kind, workflow, error),
                now);
    }

    private static String sentence(String name, NoticeKind kind, Workflow workflow, @Nullable ErrorDetail error) {
        String why = error == null ? "" : " (" + error.category() + ", " + error.code() + "). " + error.remedy();
        return switch (kind) {
            case PAUSED -> "Workflow '" + name + "' is paused" + (error == null ? "." : why);
            case FAILED -> "Workflow '" + name + "' failed" + (error == null ? "." : why);
            case GATE_STOPPED -> "A gate stopped workflow '" + name + "'" + why;
            case COMPLETED -> "Workflow '" + name + "' is completed.";
            case WAITING_INPUT ->
                "Workflow '" + name + "' waits for "
                        + (workflow.questions().size() == 1
                                ? "an answer."
                                : workflow.questions().size() + " answers.");
        };
    }
}
