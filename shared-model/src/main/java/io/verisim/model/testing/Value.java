package io.verisim.model.testing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A value that a step uses. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Value.Literal.class, name = "literal"),
    @JsonSubTypes.Type(value = Value.DataRef.class, name = "data_ref"),
    @JsonSubTypes.Type(value = Value.Secret.class, name = "secret"),
})
public sealed interface Value {

    static Value literal(String text) {
        return new Literal(text);
    }

    static Value dataRef(String binding, String field) {
        return new DataRef(binding, field);
    }

    static Value secret(String name) {
        return new Secret(name);
    }

    /** The text itself. */
    record Literal(String text) implements Value {}

    /** The value of a field of a bound row of the synthetic dataset. */
    record DataRef(String binding, String field) implements Value {}

    /**
     * A value that is known only while the test runs, such as {@code username} or {@code password} of the system under
     * test; it stands neither in the plan nor in the code.
     */
    record Secret(String name) implements Value {}
}
