package io.verisim.orchestrator.results;

import io.verisim.model.id.WorkflowId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Merges what tasks told into what is known of their workflow. */
public final class Facts {

    private Facts() {}

    /** What one task told. */
    public record Told(WorkflowId workflow, String step, int ordinal, Map<String, Object> facts) {}

    /** One object of all that was told, merged in the order of the steps, whatever order the tasks ended in. */
    public static Map<String, Object> merged(List<Told> told, List<String> stepOrder) {
        Map<String, Object> all = new LinkedHashMap<>();
        List<Told> sorted = told.stream()
                .sorted(Comparator.<Told>comparingInt(one -> stepOrder.indexOf(one.step()))
                        .thenComparingInt(Told::ordinal))
                .toList();
        for (Told one : sorted) {
            all = DeepMerge.merge(all, one.facts());
        }
        return all;
    }

    /** One line on each workflow that has something to tell. */
    public static Map<WorkflowId, String> outcomes(List<Told> told, List<String> stepOrder) {
        Map<WorkflowId, String> outcomes = new HashMap<>();
        told.stream()
                .collect(Collectors.groupingBy(Told::workflow))
                .forEach((workflow, own) ->
                        Outcome.of(merged(own, stepOrder)).ifPresent(line -> outcomes.put(workflow, line)));
        return outcomes;
    }
}
