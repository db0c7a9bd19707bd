package io.verisim.testbuilder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.message.MessageCodec;
import io.verisim.model.testing.DataBinding;
import io.verisim.model.testing.Step;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestPlans;
import io.verisim.model.testing.Value;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.testbuilder.Samples;
import io.verisim.testbuilder.Samples.Sample;
import io.verisim.testbuilder.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanBuilderTest {

    private static final int ROWS = 400;

    private Path folder;
    private Sample sample;
    private Dataset telecom;
    private TextTable table;

    @BeforeAll
    void read(@TempDir Path temporary) throws IOException {
        folder = temporary;
        sample = Samples.telecom(folder, ROWS);
        telecom = dataset(sample);
        table = TableFiles.read(sample.csv(), ReadOptions.canonicalCsv());
    }

    static Dataset dataset(Sample sample) throws IOException {
        DatasetReader reader = new DatasetReader(sample.schema(), sample.schema());
        reader.read(sample.csv());
        return reader.dataset(sample.schema().name());
    }

    @Test
    void everyScenarioOfTheDemoBecomesAPlan() {
        TestPlans plans = PlanBuilder.build(Samples.scenarios("telecom"), telecom);

        assertThat(plans.skipped()).isEmpty();
        assertThat(plans.plans())
                .extracting(plan -> plan.testId().value())
                .containsExactly(
                        "CRM-1", "CRM-2", "CRM-3", "CRM-4", "CRM-5", "CRM-6", "CRM-7", "CRM-8", "CRM-9", "CRM-10",
                        "CRM-11");
    }

    @Test
    void aBindingHoldsTheVeryValuesOfItsRow() {
        List<DataBinding> bindings = PlanBuilder.build(Samples.scenarios("telecom"), telecom).plans().stream()
                .flatMap(plan -> plan.bindings().stream())
                .toList();

        assertThat(bindings).hasSizeGreaterThan(5).allSatisfy(binding -> {
            int row = (int) binding.row() - 1;
            assertThat(binding.keyColumn()).isEqualTo("customer_id");
            assertThat(binding.keyValue()).isEqualTo(value("customer_id", row));
            assertThat(binding.fields()).isNotEmpty().allSatisfy((field, shown) -> {
                String stored = value(field, row);
                boolean sameNumber =
                        stored.matches("-?\\d+\\.\\d+") && Double.parseDouble(stored) == Double.parseDouble(shown);
                assertThat(sameNumber || stored.equals(shown)).as(field).isTrue();
            });
        });
    }

    @Test
    void theExpectedNumberOfMatchesIsThatOfTheDataset() {
        TestPlan plan = plan(
                "Given I am signed in",
                "And a customer whose \"contract\" is known",
                "When I open the table",
                "And I search for its \"contract\"",
                "Then the list shows exactly the matching records");
        String contract = plan.bindings().getFirst().fields().get("contract");
        long expected = 0;
        for (int row = 0; row < ROWS; row++) {
            int current = row;
            boolean found = table.columns().stream()
                    .map(column -> column.value(current))
                    .anyMatch(value -> value != null
                            && value.toLowerCase()
                                    .contains(String.valueOf(contract).toLowerCase()));
            expected += found ? 1 : 0;
        }

        assertThat(texts(plan)).contains("Showing 1–20 of " + expected + " records");
    }

    @Test
    void theSameScenariosGiveTheSamePlans() {
        assertThat(PlanBuilder.build(Samples.scenarios("telecom"), telecom))
                .isEqualTo(PlanBuilder.build(Samples.scenarios("telecom"), telecom));
    }

    @Test
    void aScenarioThatChangesDataTouchesNothingThatOthersNeed() throws IOException {
        List<Scenario> scenarios = new ArrayList<>(Samples.scenarios("telecom"));
        for (int i = 0; i < 10; i++) {
            scenarios.add(Samples.scenario(
                    "EDIT-" + i, "Edit", Samples.scenarios("telecom").get(8).text()));
        }
        Collections.reverse(scenarios);
        TestPlans plans = PlanBuilder.build(scenarios, telecom);

        assertThat(plans.skipped()).isEmpty();
        Set<Long> changed = new HashSet<>();
        Set<Long> read = new HashSet<>();
        for (TestPlan plan : plans.plans()) {
            boolean changes = plan.title().equals("Edit") || plan.title().startsWith("A corrected");
            plan.bindings().forEach(binding -> {
                assertThat(changes ? changed.add(binding.row()) : read.add(binding.row()) || true)
                        .isTrue();
            });
        }
        assertThat(changed).hasSize(11).doesNotContainAnyElementsOf(read);
    }

    @Test
    void aScenarioThatIsNotUnderstoodIsSkippedAndTheOthersGoOn() {
        TestPlans plans = PlanBuilder.build(
                List.of(
                        Samples.scenario(
                                "A-1", "Magic", "Given I am signed in", "When I wave my wand", "Then I see the tables"),
                        Samples.scenario(
                                "A-2",
                                "Real",
                                "Given I am on the sign-in page",
                                "When I sign in",
                                "Then I see the tables"),
                        Samples.scenario("A-3", "No field", "Given a customer whose \"shoe size\" is known"),
                        Samples.scenario("A-4", "No row", "Given a customer whose \"contract\" is \"Forever\""),
                        Samples.scenario("A-5", "Proves nothing", "Given I am on the sign-in page"),
                        Samples.scenario(
                                "A-6",
                                "Whom?",
                                "Given I am signed in",
                                "When I open the customer",
                                "Then I see its values")),
                telecom);

        assertThat(plans.plans()).extracting(plan -> plan.testId().value()).containsExactly("A-2");
        assertThat(plans.skipped())
                .extracting(skipped -> skipped.scenarioKey() + ": " + skipped.reason())
                .containsExactly(
                        "A-1: Line 2 is not understood: \"When I wave my wand\".",
                        "A-3: The table has no field \"shoe size\".",
                        "A-4: No row of the table has \"Forever\" in \"contract\".",
                        "A-5: It expects nothing, so it would prove nothing.",
                        "A-6: No line before speaks of a customer.");
        assertThat(plans.skipped().getFirst().line())
                .isNotNull()
                .extracting(line -> line.number())
                .isEqualTo(2);
    }

    @Test
    void aTableWithoutAnyUniqueValueIsBoundByPlace() throws IOException {
        TestPlans plans = PlanBuilder.build(Samples.scenarios("generic"), dataset(Samples.twins(folder)));

        assertThat(plans.skipped())
                .extracting(skipped -> skipped.reason())
                .containsExactly("The list has 1 page, so there is no such page.");
        assertThat(plans.plans()).hasSize(10);
    }

    @Test
    void anEmptyTableSkipsWhatNeedsRows() {
        Dataset empty = new DatasetReader(sample.schema(), sample.schema()).dataset("empty");
        TestPlans plans = PlanBuilder.build(Samples.scenarios("generic"), empty);

        assertThat(plans.plans())
                .extracting(TestPlan::title)
                .contains("A user signs in", "The table is listed with its size")
                .doesNotContain("A changed value is saved");
        assertThat(plans.skipped()).extracting(skipped -> skipped.reason()).contains("The table has no rows.");
    }

    @Test
    void secretsStandInNoPlan() {
        TestPlan plan = plan("Given I am signed in", "Then the table is listed with its number of records");

        assertThat(plan.steps())
                .filteredOn(step -> step instanceof Step.Fill)
                .extracting(step -> ((Step.Fill) step).value())
                .containsExactly(Value.secret("username"), Value.secret("password"));
    }

    @Test
    void everyPlanPassesTheGateForPlansOfOthers() {
        PlanReader reader = new PlanReader();
        for (TestPlan plan :
                PlanBuilder.build(Samples.scenarios("telecom"), telecom).plans()) {
            assertThat(reader.read(MessageCodec.mapper().writeValueAsString(plan)))
                    .isEqualTo(plan);
        }
    }

    private TestPlan plan(String... lines) {
        TestPlans plans = PlanBuilder.build(List.of(Samples.scenario("T-1", "Test", lines)), telecom);
        assertThat(plans.skipped()).isEmpty();
        return plans.plans().getFirst();
    }

    private static List<String> texts(TestPlan plan) {
        return plan.steps().stream()
                .filter(step -> step instanceof Step.ExpectText)
                .map(step -> ((Step.ExpectText) step).value() instanceof Value.Literal literal ? literal.text() : "")
                .toList();
    }

    private String value(String column, int row) {
        return String.valueOf(table.column(column).orElseThrow().value(row));
    }
}
