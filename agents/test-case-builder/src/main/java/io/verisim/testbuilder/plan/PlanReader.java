package io.verisim.testbuilder.plan;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.testing.DataBinding;
import io.verisim.model.testing.Step;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads test plans that somebody else made, be it a language model: against their JSON Schema, and then for sense. What
 * is refused here never becomes code.
 */
public final class PlanReader {

    private static final int MAX_PROBLEMS = 10;

    private final Schema schema;

    public PlanReader() {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MessageCodec.mapper().readTree(schemaText()));
    }

    /** The JSON Schema (2020-12) of a plan. */
    public static String schemaText() {
        try (InputStream in = Objects.requireNonNull(PlanReader.class.getResourceAsStream("test-plan.schema.json"))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The schema of test plans cannot be read", e);
        }
    }

    /**
     * Reads a plan.
     *
     * @throws VerisimException DATA where it is none; the message lists what is wrong
     */
    public TestPlan read(String json) {
        try {
            JsonNode tree = MessageCodec.mapper().readTree(json);
            List<String> problems = new ArrayList<>(
                    schema.validate(tree).stream().map(Error::toString).toList());
            if (problems.isEmpty()) {
                TestPlan plan = MessageCodec.mapper().treeToValue(tree, TestPlan.class);
                problems.addAll(problems(plan));
                if (problems.isEmpty()) {
                    return plan;
                }
            }
            throw refused(problems.stream().limit(MAX_PROBLEMS).collect(Collectors.joining("; ")));
        } catch (JacksonException e) {
            throw refused(e.getOriginalMessage());
        }
    }

    /** What a schema cannot say: references lead to a binding and a field that it has. */
    static List<String> problems(TestPlan plan) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            Optional<Value> value = value(plan.steps().get(i));
            if (value.isPresent() && value.get() instanceof Value.DataRef ref) {
                boolean known = plan.bindings().stream().anyMatch(binding -> has(binding, ref));
                if (!known) {
                    problems.add("step " + i + " refers to " + ref.binding() + "." + ref.field()
                            + ", which is bound to no row");
                }
            }
        }
        return problems;
    }

    private static boolean has(DataBinding binding, Value.DataRef ref) {
        return binding.name().equals(ref.binding()) && binding.fields().containsKey(ref.field());
    }

    private static Optional<Value> value(Step step) {
        return switch (step) {
            case Step.Fill s -> Optional.of(s.value());
            case Step.Select s -> Optional.of(s.value());
            case Step.ExpectText s -> Optional.of(s.value());
            case Step.ExpectValue s -> Optional.of(s.value());
            case Step.ExpectMessage s -> Optional.of(s.value());
            case Step.Navigate s -> Optional.empty();
            case Step.Click s -> Optional.empty();
            case Step.Check s -> Optional.empty();
            case Step.ExpectVisible s -> Optional.empty();
            case Step.ExpectHidden s -> Optional.empty();
            case Step.ExpectCount s -> Optional.empty();
            case Step.ExpectUrl s -> Optional.empty();
        };
    }

    private static VerisimException refused(String problems) {
        return VerisimException.data(
                "TEST_PLAN_INVALID",
                "A test plan is refused: " + problems + ".",
                "Make the plan anew; its JSON Schema says what it may hold.",
                Map.of());
    }
}
