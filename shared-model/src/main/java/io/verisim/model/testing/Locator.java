package io.verisim.model.testing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a test finds an element on a page; by what a person sees or by a test id, never by page structure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Locator.ByRole.class, name = "by_role"),
    @JsonSubTypes.Type(value = Locator.ByLabel.class, name = "by_label"),
    @JsonSubTypes.Type(value = Locator.ByTestId.class, name = "by_test_id"),
    @JsonSubTypes.Type(value = Locator.ByText.class, name = "by_text"),
})
public sealed interface Locator {

    /** The element in words, such as {@code the button "Save"}. */
    String words();

    /** An element of a role with an accessible name; {@code exact} minds case and the whole name. */
    record ByRole(AriaRole role, String name, boolean exact) implements Locator {
        @Override
        public String words() {
            return "the " + role + " \"" + name + "\"";
        }
    }

    /** A form field by its label; {@code exact} minds case and the whole label. */
    record ByLabel(String label, boolean exact) implements Locator {
        @Override
        public String words() {
            return "the field \"" + label + "\"";
        }
    }

    /** An element by the value of its {@code data-testid} attribute. */
    record ByTestId(String id) implements Locator {
        @Override
        public String words() {
            return "the element \"" + id + "\"";
        }
    }

    /** The smallest element that has a text; {@code exact} minds case and the whole text. */
    record ByText(String text, boolean exact) implements Locator {
        @Override
        public String words() {
            return "the text \"" + text + "\"";
        }
    }
}
