package io.verisim.synthesizer.schema;

import io.verisim.synthesizer.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Constraints in SDV's form: {@code constraint_class} and {@code constraint_parameters}. */
final class SdvConstraints {

    private SdvConstraints() {}

    static List<Constraint> read(JsonNode json) {
        String name = json.path("constraint_class").asString("");
        JsonNode p = json.path("constraint_parameters");
        boolean strict = p.path("strict_boundaries").asBoolean(false);
        return switch (name) {
            case "Inequality" ->
                List.of(inequality(text(name, p, "low_column_name"), text(name, p, "high_column_name"), strict));
            case "Range" ->
                List.of(
                        inequality(
                                text(name, p, "low_column_name"),
                                text(name, p, "middle_column_name"),
                                p.path("strict_boundaries").asBoolean(true)),
                        inequality(
                                text(name, p, "middle_column_name"),
                                text(name, p, "high_column_name"),
                                p.path("strict_boundaries").asBoolean(true)));
            case "ScalarInequality" -> List.of(scalar(name, p));
            case "ScalarRange" -> {
                boolean open = p.path("strict_boundaries").asBoolean(true);
                yield List.of(new Constraint.Range(
                        text(name, p, "column_name"),
                        value(p.path("low_value")),
                        value(p.path("high_value")),
                        flag(open),
                        flag(open)));
            }
            case "Positive" -> List.of(new Constraint.Range(text(name, p, "column_name"), 0, null, flag(strict), null));
            case "Negative" -> List.of(new Constraint.Range(text(name, p, "column_name"), null, 0, null, flag(strict)));
            case "FixedCombinations" -> List.of(new Constraint.FixedCombinations(texts(p.path("column_names")), null));
            case "Unique" -> List.of(new Constraint.Unique(texts(p.path("column_names"))));
            case "OneHotEncoding" -> List.of(new Constraint.OneHot(texts(p.path("column_names"))));
            default -> throw SdvSchema.refused("the constraint class '" + name + "' is not known");
        };
    }

    private static Constraint inequality(String low, String high, boolean strict) {
        return new Constraint.Inequality(low, high, flag(strict), null);
    }

    private static Constraint scalar(String name, JsonNode p) {
        String column = text(name, p, "column_name");
        Object value = value(p.path("value"));
        return switch (p.path("relation").asString("")) {
            case ">" -> new Constraint.Range(column, value, null, true, null);
            case ">=" -> new Constraint.Range(column, value, null, null, null);
            case "<" -> new Constraint.Range(column, null, value, null, true);
            case "<=" -> new Constraint.Range(column, null, value, null, null);
            default -> throw SdvSchema.refused("a ScalarInequality has no relation");
        };
    }

    private static @Nullable Boolean flag(boolean set) {
        return set ? Boolean.TRUE : null;
    }

    private static String text(String constraint, JsonNode parameters, String name) {
        String text = parameters.path(name).asString("");
        if (text.isEmpty()) {
            throw SdvSchema.refused("a constraint " + constraint + " has no parameter '" + name + "'");
        }
        return text;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return node.isInt() ? (Object) node.asInt() : node.isNumber() ? (Object) node.asDouble() : node.asString();
    }

    /** Writes a constraint; false where SDV has no form for exactly this one. */
    static boolean write(Constraint constraint, ArrayNode to) {
        return switch (constraint) {
            case Constraint.Range c -> range(c, to);
            case Constraint.Inequality c -> {
                boolean plain = c.offset() == null && !Boolean.FALSE.equals(c.strict());
                if (plain) {
                    parameters(to, "Inequality")
                            .put("low_column_name", c.low())
                            .put("high_column_name", c.high())
                            .put("strict_boundaries", c.strictly());
                }
                yield plain;
            }
            case Constraint.Unique c -> columns(to, "Unique", c.columns());
            case Constraint.OneHot c -> columns(to, "OneHotEncoding", c.columns());
            case Constraint.FixedCombinations c -> c.tuples() == null && columns(to, "FixedCombinations", c.columns());
            case Constraint.Pattern c -> false;
            case Constraint.Enumeration c -> false;
            case Constraint.Required c -> false;
            case Constraint.Implies c -> false;
        };
    }

    private static boolean range(Constraint.Range c, ArrayNode to) {
        boolean plain = !Boolean.FALSE.equals(c.minExclusive())
                && !Boolean.FALSE.equals(c.maxExclusive())
                && isPlain(c.min())
                && isPlain(c.max())
                && (c.min() != null || c.minExclusive() == null)
                && (c.max() != null || c.maxExclusive() == null);
        if (!plain || (c.min() != null && c.max() != null && c.minIsOpen() != c.maxIsOpen())) {
            return false;
        }
        if (c.min() != null && c.max() != null) {
            ObjectNode p = parameters(to, "ScalarRange").put("column_name", c.column());
            p.putPOJO("low_value", c.min());
            p.putPOJO("high_value", c.max());
            p.put("strict_boundaries", c.minIsOpen());
        } else {
            boolean low = c.min() != null;
            ObjectNode p = parameters(to, "ScalarInequality").put("column_name", c.column());
            p.putPOJO("value", Objects.requireNonNull(low ? c.min() : c.max()));
            p.put("relation", low ? c.minIsOpen() ? ">" : ">=" : c.maxIsOpen() ? "<" : "<=");
        }
        return true;
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null || value instanceof Integer || value instanceof Double || value instanceof String;
    }

    private static boolean columns(ArrayNode to, String name, List<String> columns) {
        ArrayNode names = parameters(to, name).putArray("column_names");
        columns.forEach(names::add);
        return true;
    }

    private static ObjectNode parameters(ArrayNode to, String name) {
        return to.addObject().put("constraint_class", name).putObject("constraint_parameters");
    }
}
