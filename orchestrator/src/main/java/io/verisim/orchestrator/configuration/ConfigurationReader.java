package io.verisim.orchestrator.configuration;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.verisim.model.message.MessageCodec;
import io.verisim.orchestrator.pipeline.FanOut;
import io.verisim.orchestrator.pipeline.InputRole;
import io.verisim.orchestrator.pipeline.Pipeline;
import io.verisim.orchestrator.pipeline.Stage;
import io.verisim.orchestrator.pipeline.Step;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Reads configuration documents; collects every problem of one and reports them together. */
public final class ConfigurationReader {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final Schema schema;
    private final Pipeline pipeline;

    public ConfigurationReader(InputStream schema, Pipeline pipeline) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
        this.pipeline = pipeline;
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON pointer of the place
     * @param message what is wrong there
     */
    public record Problem(String pointer, String message) {}

    /** A document that is no configuration, with everything that is wrong with it. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        Invalid(List<Problem> problems) {
            super("The configuration has " + problems.size() + " problem(s): " + problems);
            this.problems = List.copyOf(problems);
        }

        public List<Problem> problems() {
            return problems;
        }
    }

    /**
     * Reads a document.
     *
     * @throws Invalid where it is none
     */
    public WorkflowConfiguration read(byte[] json) {
        JsonNode tree;
        try {
            tree = MessageCodec.mapper().readTree(json);
        } catch (JacksonException e) {
            throw new Invalid(List.of(new Problem("", "It is no JSON: " + e.getOriginalMessage())));
        }
        List<Problem> problems = new ArrayList<>();
        for (Error error : schema.validate(tree)) {
            problems.add(new Problem(error.getInstanceLocation().toString(), error.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        WorkflowConfiguration configuration =
                WorkflowConfiguration.of(MessageCodec.mapper().convertValue(tree, OBJECT));
        checkStages(configuration, problems);
        checkEntries(configuration, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems.stream().distinct().toList());
        }
        return configuration;
    }

    private void checkStages(WorkflowConfiguration configuration, List<Problem> problems) {
        Set<String> skipped = configuration.skipStages();
        List<String> known = pipeline.stages().stream().map(Stage::name).toList();
        for (String name : skipped) {
            if (!known.contains(name)) {
                problems.add(new Problem("/skipStages", "There is no stage '" + name + "'; there are " + known + "."));
            }
        }
        Set<String> made = new HashSet<>(Set.of(Pipeline.SOURCE));
        for (Stage stage : pipeline.stages()) {
            if (!skipped.contains(stage.name())) {
                stage.steps().forEach(step -> checkInputs(configuration, stage, step, made, problems));
            }
        }
    }

    private static void checkInputs(
            WorkflowConfiguration configuration, Stage stage, Step step, Set<String> made, List<Problem> problems) {
        made.addAll(step.outputs());
        boolean idle = step.fanOut() instanceof FanOut.Each each
                && configuration.entries(each.section()).isEmpty();
        if (idle) {
            return;
        }
        for (InputRole input : step.inputs()) {
            if (input.required() && !made.contains(input.role())) {
                problems.add(new Problem(
                        "/skipStages",
                        "Stage '" + stage.name() + "' needs '" + input.role()
                                + "', which a stage makes that is left out; leave out both or neither."));
            }
        }
    }

    private void checkEntries(WorkflowConfiguration configuration, List<Problem> problems) {
        for (Step step : pipeline.steps()) {
            if (step.fanOut() instanceof FanOut.Each each) {
                Set<Object> names = new HashSet<>();
                List<Map<String, Object>> entries = configuration.entries(each.section());
                for (int i = 0; i < entries.size(); i++) {
                    Object name = entries.get(i).get("name");
                    if (name != null && !names.add(name)) {
                        problems.add(new Problem(
                                "/" + each.section() + "/" + i + "/name",
                                "Another entry is named '" + name + "' too."));
                    }
                }
            }
        }
    }
}
