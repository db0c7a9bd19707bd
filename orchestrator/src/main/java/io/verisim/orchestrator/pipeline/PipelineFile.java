package io.verisim.orchestrator.pipeline;

import io.verisim.model.id.AgentName;
import io.verisim.orchestrator.lifecycle.WorkflowState;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a pipeline from YAML; a property that it does not know is refused. */
public final class PipelineFile {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PipelineFile() {}

    private record Document(List<StageEntry> stages, Map<String, List<String>> summary) {}

    private record StageEntry(
            String name,
            String title,
            WorkflowState state,
            AgentName agent,
            @Nullable Boolean checkpoint,
            List<StepEntry> steps) {

        Stage stage() {
            return new Stage(
                    name,
                    title,
                    state,
                    agent,
                    Boolean.TRUE.equals(checkpoint),
                    steps.stream().map(StepEntry::step).toList());
        }
    }

    private record StepEntry(
            String name,
            String taskType,
            String forEach,
            @Nullable List<String> inputs,
            @Nullable List<String> outputs,
            @Nullable String parameters,
            @Nullable Boolean background,
            @Nullable Boolean critical,
            @Nullable Boolean checkpoint) {

        Step step() {
            return new Step(
                    name,
                    taskType,
                    FanOut.parse(forEach),
                    inputs == null
                            ? List.of()
                            : inputs.stream().map(InputRole::parse).toList(),
                    outputs == null ? List.of() : outputs,
                    parameters,
                    Boolean.TRUE.equals(background),
                    !Boolean.FALSE.equals(critical),
                    Boolean.TRUE.equals(checkpoint));
        }
    }

    /**
     * Reads a pipeline.
     *
     * @throws tools.jackson.core.JacksonException where it is no such document
     * @throws IllegalArgumentException where it contradicts itself
     */
    public static Pipeline read(InputStream yaml) {
        Document document = MAPPER.readValue(yaml, Document.class);
        return new Pipeline(document.stages().stream().map(StageEntry::stage).toList(), document.summary());
    }
}
