package io.verisim.testexecutor.report;

import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.model.testing.AriaRole;
import io.verisim.model.testing.DataBinding;
import io.verisim.model.testing.Locator;
import io.verisim.model.testing.ScenarioKey;
import io.verisim.model.testing.ScenarioLine;
import io.verisim.model.testing.SkippedScenario;
import io.verisim.model.testing.Step;
import io.verisim.model.testing.StepResult;
import io.verisim.model.testing.TestBindings;
import io.verisim.model.testing.TestId;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestPlans;
import io.verisim.model.testing.TestResult;
import io.verisim.model.testing.TestStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run of three scenarios on a twin of customers: one passes, one fails at its second step, one has no test. */
final class Runs {

    static final String NASTY = "<script>alert('x')</script> & \u0001 \"quoted\"";

    private Runs() {}

    static RunDocuments customers(String workflow, byte[] screenshot) {
        List<TestPlan> plans = List.of(plan("TEL-1", "Sign in"), plan("TEL-2", "Paging " + NASTY));
        List<TestResult> results = List.of(
                result("TEL-1", "Sign in", TestStatus.PASSED, null),
                result("TEL-2", "Paging " + NASTY, TestStatus.FAILED, "Expected \"9,981\" but was " + NASTY));
        TestPlans all = new TestPlans(
                plans,
                List.of(new SkippedScenario(
                        ScenarioKey.of("TEL-3"),
                        "Fly",
                        "Nothing is known of flying.",
                        new ScenarioLine(2, "When I fly"))));
        return new RunDocuments(
                WorkflowId.of(workflow),
                twin(),
                all,
                TestBindings.of(plans),
                results,
                Map.of(TestId.of("TEL-2"), screenshot),
                "bubblewrap");
    }

    private static TestPlan plan(String key, String title) {
        List<Step> steps = List.of(
                new Step.Navigate("Open the list", new ScenarioLine(1, "Given I see the list"), "/customers"),
                new Step.Click(
                        "Press \"Last\"",
                        new ScenarioLine(2, "When I go to the last page"),
                        new Locator.ByRole(AriaRole.BUTTON, "Last", true)));
        DataBinding binding = new DataBinding("customer", "customers", 17, "id", "C-17", Map.of("city", "Utrecht"));
        return new TestPlan(TestId.of(key), ScenarioKey.of(key), title, steps, List.of(binding), List.of());
    }

    private static TestResult result(String key, String title, TestStatus status, @Nullable String message) {
        boolean passed = status == TestStatus.PASSED;
        List<StepResult> steps = List.of(
                new StepResult(0, "Open the list", TestStatus.PASSED, 120, null),
                new StepResult(1, "Press \"Last\"", status, 310, message));
        return new TestResult(
                TestId.of(key),
                ScenarioKey.of(key),
                title,
                "playwright",
                status,
                false,
                430,
                message,
                passed ? null : 1,
                steps);
    }

    private static RunDocuments.TwinDocuments twin() {
        ColumnSensitivity email = new ColumnSensitivity(
                "email",
                ColumnType.TEXT,
                true,
                SensitivityType.EMAIL,
                0.99,
                "98 % of the values are e-mail addresses.",
                Strategy.PERSON,
                List.of());
        ColumnSensitivity tenure = new ColumnSensitivity(
                "tenure",
                ColumnType.INTEGER,
                false,
                SensitivityType.NONE,
                0.02,
                "Small whole numbers that many rows share.",
                Strategy.MODEL,
                List.of());
        TableSchema schema = new TableSchema(
                "customers",
                List.of(ColumnSchema.of("email", ColumnType.TEXT), ColumnSchema.of("tenure", ColumnType.INTEGER)));
        DatasetManifest manifest = new DatasetManifest(
                "customers",
                schema,
                10_000,
                "latent_mixture",
                Map.of(),
                42,
                "verisim 0.1.0",
                "0".repeat(64),
                10_000,
                "offline",
                List.of(),
                null,
                List.of());
        String quality = """
                {"overall":0.981,"columnShapes":0.992,"columnPairTrends":0.97,"overallAllPairs":0.983,
                 "columnPairTrendsAllPairs":0.974,"columns":{"tenure":{"metric":"KSComplement","score":0.992}},
                 "pairs":[{"columns":["tenure","charges"],"metric":"CorrelationSimilarity","score":0.97,"counted":true}],
                 "columnsUsed":["tenure","charges"]}""";
        String load = """
                {"name":"crm","type":"postgres","status":"LOADED","records":10000,"seconds":0.8,"table":"customers"}""";
        return new RunDocuments.TwinDocuments(
                new SensitivityReport(List.of(new TableSensitivity("customers", 10_000, List.of(email, tenure)))),
                manifest,
                MessageCodec.mapper().readTree(quality),
                MessageCodec.mapper().readTree("{\"treeDetectorAuc\":0.61}"),
                List.of(MessageCodec.mapper().readTree(load)));
    }
}
