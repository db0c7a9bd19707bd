package io.verisim.model.testing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Roles of accessible elements (WAI-ARIA 1.2) that a {@link Locator} may name. Travels in lower case. */
public enum AriaRole {
    ALERT,
    BUTTON,
    CELL,
    CHECKBOX,
    COLUMNHEADER,
    COMBOBOX,
    DIALOG,
    HEADING,
    LINK,
    LISTITEM,
    RADIO,
    ROW,
    SEARCHBOX,
    STATUS,
    TAB,
    TABLE,
    TEXTBOX;

    @JsonCreator
    public static AriaRole of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
