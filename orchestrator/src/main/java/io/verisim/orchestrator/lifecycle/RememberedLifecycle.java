package io.verisim.orchestrator.lifecycle;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks another lifecycle each question once: the same question has the same answer, and there are few of them. */
public final class RememberedLifecycle implements Lifecycle {

    private final Lifecycle source;
    private final Map<Question, Optional<WorkflowState>> answers = new ConcurrentHashMap<>();

    private record Question(WorkflowState from, @Nullable WorkflowState resume, Trigger trigger) {}

    public RememberedLifecycle(Lifecycle source) {
        this.source = source;
    }

    @Override
    public Optional<WorkflowState> next(WorkflowState from, @Nullable WorkflowState resume, Trigger trigger) {
        return answers.computeIfAbsent(
                new Question(from, resume, trigger), asked -> source.next(asked.from, asked.resume, asked.trigger));
    }
}
