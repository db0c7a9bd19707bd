package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.numerics.Distribution;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.condition.Literal;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.Rules;
import io.verisim.synthesizer.declared.DeclaredColumn;
import io.verisim.synthesizer.generation.ColumnMaker.Presence;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.pattern.KeyMaker;
import io.verisim.synthesizer.pattern.RegularKeys;
import io.verisim.synthesizer.schema.SchemaColumn;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.ValueFormat;
import io.verisim.text.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makers of declared columns, and the columns of the model behind them. */
final class DeclaredColumns {

    private static final double DAY = 86_400e6;
    private static final double SECOND = 1e6;

    private final Layout layout;
    private final long rows;
    private final RandomStreams streams;
    private final List<DeclaredColumn> model = new ArrayList<>();
    private final List<ColumnMaker> makers = new ArrayList<>();

    DeclaredColumns(Layout layout, long rows, RandomStreams streams) {
        this.layout = layout;
        this.rows = rows;
        this.streams = streams;
    }

    List<DeclaredColumn> model() {
        return model;
    }

    List<ColumnMaker> makers() {
        return makers;
    }

    /** Adds columns of which only some combinations are allowed, each as often as the others. */
    Map<String, ColumnMaker> together(List<ColumnSchema> columns, List<List<String>> tuples) {
        model.add(DeclaredColumn.category(columns.getFirst().name(), Collections.nCopies(tuples.size(), 1.0), 0));
        Map<String, ColumnMaker> joint = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSchema schema = columns.get(i);
            List<@Nullable String> texts = new ArrayList<>();
            for (List<String> tuple : tuples) {
                texts.add(tuple.get(i));
            }
            joint.put(
                    schema.name(),
                    new ColumnMaker.Modelled(
                            schema, model.size() - 1, texts, unit(schema.type()), ValueFormat.of(schema)));
        }
        return joint;
    }

    void add(ColumnMaker maker) {
        makers.add(maker);
    }

    /** Adds a column. */
    void add(SchemaColumn column, ColumnSchema schema, Map<String, Object> distribution) {
        String name = String.valueOf(distribution.get("name"));
        double missing = Boolean.FALSE.equals(column.nullable()) || column.nullRate() == null ? 0 : column.nullRate();
        switch (name) {
            case "categorical", "constant", "bernoulli" -> category(schema, distribution, missing);
            case "sequence" -> {
                long first = distribution.get("start") instanceof Number start ? start.longValue() : 1;
                made(new ColumnMaker.Keyed(
                        as(schema, Strategy.KEY, SensitivityType.ID),
                        presence(schema, missing),
                        new KeyMaker.Counting(first)));
            }
            case "regex" ->
                made(new ColumnMaker.Keyed(
                        as(schema, Strategy.PATTERN, schema.sensitivityType()),
                        presence(schema, missing),
                        RegularKeys.of(
                                String.valueOf(distribution.get("pattern")),
                                noGuard(schema),
                                key(schema),
                                rows,
                                schema.unique())));
            case "person" ->
                made(DeclaredPeople.maker(
                        schema,
                        String.valueOf(distribution.get("field")),
                        presence(schema, missing),
                        key(schema),
                        rows));
            case "text" -> {
                int words = distribution.get("words") instanceof Number count ? count.intValue() : 12;
                made(new ColumnMaker.Written(
                        as(schema, Strategy.TEXT, SensitivityType.FREE_TEXT),
                        presence(schema, missing),
                        new TextStyle(List.of(words), List.of(), List.of()),
                        noGuard(schema)));
            }
            default -> number(schema, name, distribution, missing);
        }
    }

    private void made(ColumnMaker maker) {
        makers.add(maker);
    }

    private void category(ColumnSchema schema, Map<String, Object> distribution, double missing) {
        List<@Nullable String> levels = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        boolean bernoulli = distribution.get("p") instanceof Number;
        List<?> values = distribution.get("values") instanceof List<?> list
                ? list
                : bernoulli ? yesAndNo(schema) : List.of(distribution.getOrDefault("value", ""));
        for (Object value : values) {
            levels.add(written(schema, String.valueOf(Constraint.text(value))));
            weights.add(1.0);
        }
        if (distribution.get("p") instanceof Number p) {
            weights.set(0, p.doubleValue());
            weights.set(1, 1 - p.doubleValue());
        }
        if (distribution.get("weights") instanceof List<?> given) {
            if (given.size() != weights.size()
                    || given.stream()
                                    .mapToDouble(w -> ((Number) w).doubleValue())
                                    .sum()
                            <= 0) {
                throw wrong(schema, "has weights that are not one for each value, or sum to nothing");
            }
            for (int i = 0; i < weights.size(); i++) {
                weights.set(i, ((Number) given.get(i)).doubleValue());
            }
        }
        if (missing > 0) {
            levels.add(null);
        }
        model.add(DeclaredColumn.category(schema.name(), weights, missing));
        makers.add(new ColumnMaker.Modelled(
                schema, model.size() - 1, levels, unit(schema.type()), ValueFormat.of(schema)));
    }

    private static List<?> yesAndNo(ColumnSchema schema) {
        return schema.type() == ColumnType.BOOLEAN || schema.type() == ColumnType.TEXT
                ? List.of("true", "false")
                : List.of(1, 0);
    }

    private void number(ColumnSchema schema, String name, Map<String, Object> distribution, double missing) {
        int column = layout.find(schema.name()).orElseThrow();
        if (!layout.isOrdered(column)) {
            throw wrong(schema, "is of type " + schema.type() + " and cannot have the distribution '" + name + "'");
        }
        double unit = unit(schema.type());
        Map<String, Double> parameters = new HashMap<>();
        distribution.forEach((parameter, value) -> {
            if (!parameter.equals("name")) {
                double number = value instanceof Number given && unit == 0
                        ? given.doubleValue()
                        : literal(schema, String.valueOf(value)).number();
                parameters.put(parameter, unit > 0 ? number / unit : number);
            }
        });
        if (unit > 0 && !name.equals("uniform")) {
            throw wrong(schema, "is of type " + schema.type() + ", for which there is the distribution 'uniform' only");
        }
        try {
            Distribution.of(name, parameters);
        } catch (IllegalArgumentException e) {
            throw wrong(schema, "has a distribution that is none: " + e.getMessage());
        }
        model.add(DeclaredColumn.number(schema.name(), name, parameters, missing));
        List<@Nullable String> levels = new ArrayList<>();
        if (missing > 0) {
            levels.add(null);
        }
        makers.add(new ColumnMaker.Modelled(schema, model.size() - 1, levels, unit, ValueFormat.of(schema)));
    }

    private Presence presence(ColumnSchema schema, double missing) {
        if (missing == 0) {
            return Presence.ALWAYS;
        }
        model.add(DeclaredColumn.category(schema.name(), List.of(missing, 1 - missing), 0));
        return new Presence(model.size() - 1);
    }

    static ColumnSchema as(ColumnSchema schema, Strategy strategy, SensitivityType type) {
        return schema.withTreatment(strategy, type, false);
    }

    private long key(ColumnSchema schema) {
        return streams.with("key").with(schema.name()).key();
    }

    static ValueGuard noGuard(ColumnSchema schema) {
        return ValueGuard.ofRare(TextColumn.of(schema.name(), List.of()), schema.sensitivityType(), 0);
    }

    /** How many microseconds the model's number 1 is; 0 where numbers are no times. */
    private static double unit(ColumnType type) {
        return switch (type) {
            case DATE -> DAY;
            case TIME, DATETIME -> SECOND;
            case INTEGER, DECIMAL, BOOLEAN, TEXT -> 0;
        };
    }

    String written(ColumnSchema schema, String text) {
        return Rules.written(schema, literal(schema, text));
    }

    private Literal literal(ColumnSchema schema, String text) {
        return layout.literal(layout.find(schema.name()).orElseThrow(), text)
                .orElseThrow(() ->
                        wrong(schema, "is of type " + schema.type() + " and cannot have the value '" + text + "'"));
    }

    static VerisimException wrong(ColumnSchema schema, String why) {
        return VerisimException.configuration(
                "SCHEMA_INVALID",
                "Column '" + schema.name() + "' of the schema " + why + ".",
                "Correct the schema file.");
    }
}
