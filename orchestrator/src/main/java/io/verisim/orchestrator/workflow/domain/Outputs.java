package io.verisim.orchestrator.workflow.domain;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.message.FollowUp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the finished tasks of a workflow yielded, in the order of the pipeline, then of the tasks within a step; not in
 * the order in which they happened to finish.
 */
public record Outputs(List<Output> all) {

    private static final Outputs NONE = new Outputs(List.of());

    /** What one task yielded. */
    public record Output(
            String step, int ordinal, Map<String, List<ArtifactRef>> artifacts, List<FollowUp> followUps) {}

    public Outputs {
        all = List.copyOf(all);
    }

    public static Outputs none() {
        return NONE;
    }

    Outputs with(Output output) {
        List<Output> more = new ArrayList<>(all);
        more.removeIf(other -> other.step().equals(output.step()) && other.ordinal() == output.ordinal());
        more.add(output);
        return new Outputs(more);
    }

    List<ArtifactRef> role(String role, List<String> stepOrder) {
        return all.stream()
                .sorted(Comparator.<Output>comparingInt(output -> stepOrder.indexOf(output.step()))
                        .thenComparingInt(Output::ordinal))
                .flatMap(output -> output.artifacts().getOrDefault(role, List.of()).stream())
                .toList();
    }

    List<FollowUp> followUps(String step) {
        return all.stream()
                .filter(output -> output.step().equals(step))
                .sorted(Comparator.comparingInt(Output::ordinal))
                .flatMap(output -> output.followUps().stream())
                .toList();
    }
}
