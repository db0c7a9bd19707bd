package io.verisim.model.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.message.MessageCodec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TestDocumentsTest {

    private static final ScenarioLine LINE = new ScenarioLine(2, "When I search for \"the customer's name\"");
    private static final Locator SEARCH = new Locator.ByRole(AriaRole.SEARCHBOX, "Search", true);
    private static final Locator SAVED = new Locator.ByTestId("saved");
    private static final Value NAME = Value.dataRef("customer", "name");

    @Test
    void aPlanWithEveryKindOfStepComesBackFromJson() {
        TestPlan plan = plan(everyStep());
        TestPlans plans = new TestPlans(
                List.of(plan),
                List.of(new SkippedScenario(ScenarioKey.of("CRM-2"), "Pay", "Line 1 is not understood.", LINE)));

        assertThat(roundTrip(plans, TestPlans.class)).isEqualTo(plans);
        assertThat(roundTrip(TestBindings.of(List.of(plan)), TestBindings.class))
                .isEqualTo(TestBindings.of(List.of(plan)));
    }

    @Test
    void everyKindOfStepIsCovered() {
        assertThat(everyStep().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSameElementsAs(Arrays.asList(Step.class.getPermittedSubclasses()));
    }

    @Test
    void aStepTellsItsKindInJson() {
        assertThat(MessageCodec.mapper().valueToTree(everyStep().getFirst()).toString())
                .isEqualTo("{\"kind\":\"navigate\",\"sentence\":\"Open the start page\",\"line\":{\"number\":2,"
                        + "\"text\":\"When I search for \\\"the customer's name\\\"\"},\"path\":\"/\"}");
        assertThat(MessageCodec.mapper().valueToTree(SEARCH).toString())
                .isEqualTo("{\"kind\":\"by_role\",\"role\":\"searchbox\",\"name\":\"Search\",\"exact\":true}");
    }

    @Test
    void aResultComesBackFromJson() {
        TestResult result = new TestResult(
                TestId.of("CRM-1"),
                ScenarioKey.of("CRM-1"),
                "Search",
                "playwright",
                TestStatus.FAILED,
                false,
                812,
                "expected 1 record, found 0",
                3,
                List.of(
                        new StepResult(0, "Open the start page", TestStatus.PASSED, 90, null),
                        new StepResult(1, "Search", TestStatus.FAILED, 500, "expected 1 record, found 0")));

        assertThat(roundTrip(result, TestResult.class)).isEqualTo(result);
    }

    @Test
    void generatedCodeKnowsItsQualifiedName() {
        GeneratedTest test = new GeneratedTest(
                TestId.of("CRM-1"),
                ScenarioKey.of("CRM-1"),
                "Search",
                "playwright",
                "Crm1Test",
                "a.b",
                "Crm1Test.java");

        assertThat(roundTrip(test, GeneratedTest.class)).isEqualTo(test);
        assertThat(test.qualifiedName()).isEqualTo("a.b.Crm1Test");
    }

    @Test
    void aTestCannotLeaveTheSystemUnderTest() {
        assertThatThrownBy(() -> new Step.Navigate("Away", LINE, "https://elsewhere"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Step.Navigate("Away", LINE, "//elsewhere"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Step.Navigate("Away", LINE, "/\\elsewhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTestIdIsFitForFileNames() {
        assertThatThrownBy(() -> TestId.of("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static TestPlan plan(List<Step> steps) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "O'Hara, \"Ann\"");
        fields.put("city", "Łódź");
        return new TestPlan(
                TestId.of("CRM-1"),
                ScenarioKey.of("CRM-1"),
                "Search finds a customer",
                steps,
                List.of(
                        new DataBinding("customer", "customers", 17, "id", "C-17", fields),
                        new DataBinding("other", "customers", 18, null, null, Map.of())),
                List.of("defect"));
    }

    private static List<Step> everyStep() {
        return List.of(
                new Step.Navigate("Open the start page", LINE, "/"),
                new Step.Fill("Type the name", LINE, SEARCH, NAME),
                new Step.Fill(
                        "Type the password", LINE, new Locator.ByLabel("Password", true), Value.secret("password")),
                new Step.Select(
                        "Choose a table", LINE, new Locator.ByLabel("Table", false), Value.literal("customers")),
                new Step.Click("Search", LINE, new Locator.ByRole(AriaRole.BUTTON, "Search", true)),
                new Step.Check("Agree", LINE, new Locator.ByRole(AriaRole.CHECKBOX, "I agree", false), true),
                new Step.ExpectVisible("See it", LINE, new Locator.ByText("Done", true)),
                new Step.ExpectHidden("See it no more", LINE, new Locator.ByText("Wait", false)),
                new Step.ExpectText("Read it", LINE, SAVED, NAME, true),
                new Step.ExpectValue("Find it in the field", LINE, SEARCH, NAME),
                new Step.ExpectCount("Count them", LINE, SAVED, 3),
                new Step.ExpectUrl("Be there", LINE, "/tables"),
                new Step.ExpectMessage("Be told", LINE, AriaRole.STATUS, Value.literal("Saved")));
    }

    private static <T> T roundTrip(T document, Class<T> type) {
        return MessageCodec.mapper().readValue(MessageCodec.mapper().writeValueAsBytes(document), type);
    }
}
