package io.verisim.agent;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.message.CostRecord;
import io.verisim.model.message.FollowUp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a task yields; built up with the {@code with} methods from {@link #empty()}.
 *
 * @param outputs artifacts by role
 * @param followUps work for the steps that fan out over this task
 * @param metrics figures by name; absent where undefined
 * @param facts what goes into the summary of the workflow
 * @param cost what was used
 */
public record TaskResult(
        Map<String, List<ArtifactRef>> outputs,
        List<FollowUp> followUps,
        Map<String, Double> metrics,
        Map<String, Object> facts,
        List<CostRecord> cost) {

    public static TaskResult empty() {
        return new TaskResult(Map.of(), List.of(), Map.of(), Map.of(), List.of());
    }

    /** Adds an artifact to a role. */
    public TaskResult withOutput(String role, ArtifactRef artifact) {
        Map<String, List<ArtifactRef>> copy = new LinkedHashMap<>(outputs);
        List<ArtifactRef> list = new ArrayList<>(copy.getOrDefault(role, List.of()));
        list.add(artifact);
        copy.put(role, List.copyOf(list));
        return new TaskResult(copy, followUps, metrics, facts, cost);
    }

    public TaskResult withFollowUps(List<FollowUp> more) {
        return new TaskResult(outputs, List.copyOf(more), metrics, facts, cost);
    }

    /** Sets a figure; one that is undefined is left out. */
    public TaskResult withMetric(String name, @Nullable Double value) {
        if (value == null || value.isNaN()) {
            return this;
        }
        Map<String, Double> copy = new LinkedHashMap<>(metrics);
        copy.put(name, value);
        return new TaskResult(outputs, followUps, copy, facts, cost);
    }

    /** Sets a top-level entry of the facts. */
    public TaskResult withFact(String name, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(facts);
        copy.put(name, value);
        return new TaskResult(outputs, followUps, metrics, copy, cost);
    }

    public TaskResult withCost(List<CostRecord> used) {
        return new TaskResult(outputs, followUps, metrics, facts, List.copyOf(used));
    }
}
