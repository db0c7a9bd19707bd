package io.verisim.testbuilder.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.FollowUp;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.TaskTypeInfo;
import io.verisim.model.testing.SkippedScenario;
import io.verisim.model.testing.TestBindings;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestPlans;
import io.verisim.testbuilder.plan.Dataset;
import io.verisim.testbuilder.plan.DatasetReader;
import io.verisim.testbuilder.plan.PlanBuilder;
import io.verisim.testbuilder.plan.PlanReader;
import io.verisim.testbuilder.render.RenderedTest;
import io.verisim.testbuilder.render.TestRenderer;
import io.verisim.testbuilder.render.TestRenderers;
import io.verisim.testbuilder.scenario.Scenario;
import io.verisim.testbuilder.scenario.ScenarioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Task {@code build_tests}: scenarios to plans bound to the dataset, and plans to code; one follow-up a test. */
final class BuildTestsHandler implements TaskHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BuildTestsHandler.class);

    private final Function<String, ScenarioSource> sources;
    private final PlanReader planReader;

    /** @param sources where scenarios are kept, by the name of the credentials */
    BuildTestsHandler(Function<String, ScenarioSource> sources, PlanReader planReader) {
        this.sources = sources;
        this.planReader = planReader;
    }

    @Override
    public TaskTypeInfo taskType() {
        return new TaskTypeInfo(
                "build_tests", "Turns scenarios into executable tests bound to the dataset.", TestSettings.schema());
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws IOException {
        TestSettings settings = TestSettings.of(task.parameters());
        TestRenderer renderer = TestRenderers.named(settings.framework());
        context.progress(0, 0, "Looking for scenarios in Jira");
        List<Scenario> scenarios = scenarios(settings);
        Dataset data = dataset(task, context, settings);
        context.checkCancelled();
        context.progress(0, scenarios.size(), "Binding " + scenarios.size() + " scenarios to " + data.table());
        TestPlans plans = PlanBuilder.build(scenarios, data);
        report(task, plans);
        List<FollowUp> tests = new ArrayList<>();
        for (TestPlan plan : plans.plans()) {
            context.checkCancelled();
            tests.add(followUp(plan, renderer, context));
            context.progress(tests.size(), plans.plans().size(), "Rendered the test of " + plan.scenarioKey());
        }
        return TaskResult.empty()
                .withOutput("plans", context.artifacts().store("plans.json", plans))
                .withOutput("bindings", context.artifacts().store("bindings.json", TestBindings.of(plans.plans())))
                .withFollowUps(tests)
                .withMetric("tests", (double) plans.plans().size())
                .withMetric("skippedScenarios", (double) plans.skipped().size());
    }

    private List<Scenario> scenarios(TestSettings settings) {
        List<Scenario> found = sources.apply(settings.jiraCredentials()).find(settings.query());
        if (found.isEmpty()) {
            throw VerisimException.configuration(
                    "SCENARIOS_NONE",
                    "Jira has no scenario that this query finds: "
                            + settings.query().inJql(),
                    "Check project, label and issue type of the section 'tests', or give a query of your own as jql.");
        }
        return found;
    }

    private static Dataset dataset(Task task, TaskContext context, TestSettings settings) throws IOException {
        DatasetManifest manifest = context.artifacts().read(task.input("manifest"), DatasetManifest.class);
        List<JsonNode> reports = new ArrayList<>();
        for (ArtifactRef report : task.inputs("load_report")) {
            reports.add(context.artifacts().read(report, JsonNode.class));
        }
        LoadedTable table = LoadedTable.of(manifest, reports, settings.table());
        DatasetReader reader = new DatasetReader(manifest.schema(), table.named(manifest.schema()));
        List<ArtifactRef> chunks = task.inputs("chunk");
        for (int i = 0; i < chunks.size(); i++) {
            context.checkCancelled();
            context.progress(i, chunks.size(), "Reading chunk " + (i + 1) + " of " + chunks.size());
            reader.read(context.artifacts().fetch(chunks.get(i)));
        }
        return reader.dataset(table.table());
    }

    private static void report(Task task, TestPlans plans) {
        for (SkippedScenario skipped : plans.skipped()) {
            LOG.warn(
                    "Task {}: {} becomes no test and is reported as skipped: {}",
                    task.id(),
                    skipped.scenarioKey(),
                    skipped.reason());
        }
    }

    /** Every plan passes the same gate as a plan that a language model made. */
    private FollowUp followUp(TestPlan plan, TestRenderer renderer, TaskContext context) throws IOException {
        TestPlan checked = planReader.read(MessageCodec.mapper().writeValueAsString(plan));
        RenderedTest rendered = renderer.render(checked);
        Path folder =
                Files.createDirectories(context.scratch().resolve(plan.testId().value()));
        Path code = Files.writeString(folder.resolve(rendered.test().sourceFile()), rendered.source());
        return new FollowUp(
                plan.testId().value(),
                Map.of("test", MessageCodec.mapper().convertValue(rendered.test(), Map.class)),
                Map.of(
                        "plan", List.of(context.artifacts().store(plan.testId() + ".plan.json", checked)),
                        "code",
                                List.of(context.artifacts()
                                        .store(rendered.test().sourceFile(), "text/x-java-source", code))));
    }
}
