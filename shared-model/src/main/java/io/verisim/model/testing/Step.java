package io.verisim.model.testing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One step of a test plan. Actions wait for their element, expectations wait until they hold, both up to the time
 * limit of the runner.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Navigate.class, name = "navigate"),
    @JsonSubTypes.Type(value = Step.Fill.class, name = "fill"),
    @JsonSubTypes.Type(value = Step.Select.class, name = "select"),
    @JsonSubTypes.Type(value = Step.Click.class, name = "click"),
    @JsonSubTypes.Type(value = Step.Check.class, name = "check"),
    @JsonSubTypes.Type(value = Step.ExpectVisible.class, name = "expect_visible"),
    @JsonSubTypes.Type(value = Step.ExpectHidden.class, name = "expect_hidden"),
    @JsonSubTypes.Type(value = Step.ExpectText.class, name = "expect_text"),
    @JsonSubTypes.Type(value = Step.ExpectValue.class, name = "expect_value"),
    @JsonSubTypes.Type(value = Step.ExpectCount.class, name = "expect_count"),
    @JsonSubTypes.Type(value = Step.ExpectUrl.class, name = "expect_url"),
    @JsonSubTypes.Type(value = Step.ExpectMessage.class, name = "expect_message"),
})
public sealed interface Step {

    /** What the step does, in a sentence a person understands; names no secret. */
    String sentence();

    /** The line of the scenario that asked for it. */
    ScenarioLine line();

    /** Opens a page; {@code path} is relative to the base address of the system under test and starts with a slash. */
    record Navigate(String sentence, ScenarioLine line, String path) implements Step {
        public Navigate {
            if (!path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
                throw new IllegalArgumentException(
                        "A test navigates within the system under test, not to '" + path + "'");
            }
        }
    }

    /** Replaces the content of a text field. */
    record Fill(String sentence, ScenarioLine line, Locator target, Value value) implements Step {}

    /** Chooses the option of a selection field that has the value as its label. */
    record Select(String sentence, ScenarioLine line, Locator target, Value value) implements Step {}

    record Click(String sentence, ScenarioLine line, Locator target) implements Step {}

    /** Switches a checkbox on or off. */
    record Check(String sentence, ScenarioLine line, Locator target, boolean checked) implements Step {}

    record ExpectVisible(String sentence, ScenarioLine line, Locator target) implements Step {}

    /** The element is not there, or not shown. */
    record ExpectHidden(String sentence, ScenarioLine line, Locator target) implements Step {}

    /** The element's text, runs of white space taken as one blank, equals the value, or holds it where not whole. */
    record ExpectText(String sentence, ScenarioLine line, Locator target, Value value, boolean whole) implements Step {}

    /** The content of a form field equals the value. */
    record ExpectValue(String sentence, ScenarioLine line, Locator target, Value value) implements Step {}

    /** So many elements are found. */
    record ExpectCount(String sentence, ScenarioLine line, Locator target, int count) implements Step {
        public ExpectCount {
            if (count < 0) {
                throw new IllegalArgumentException("There cannot be " + count + " elements");
            }
        }
    }

    /** The browser shows this page; {@code path} as for {@link Navigate}, its query is not compared where it has none. */
    record ExpectUrl(String sentence, ScenarioLine line, String path) implements Step {}

    /** A message of a role ({@link AriaRole#STATUS} or {@link AriaRole#ALERT}) holds the value. */
    record ExpectMessage(String sentence, ScenarioLine line, AriaRole role, Value value) implements Step {}
}
