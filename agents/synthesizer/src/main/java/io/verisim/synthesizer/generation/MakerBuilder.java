package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.numerics.Interruption;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.generation.ColumnMaker.Presence;
import io.verisim.synthesizer.identity.PersonField;
import io.verisim.synthesizer.identity.PersonFormat;
import io.verisim.synthesizer.identity.TextLearner;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.pattern.KeyMaker;
import io.verisim.synthesizer.pattern.PatternMaker;
import io.verisim.synthesizer.pattern.RegularKeys;
import io.verisim.tabular.TextColumn;
import io.verisim.text.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the makers of all columns, and the columns that the model is fitted to. */
final class MakerBuilder {

    static final String MASK = "***";

    private final SourceNames names;
    private final long rows;
    private final RandomStreams streams;
    private final List<ModelColumn> modelColumns = new ArrayList<>();
    private final List<ColumnMaker> makers = new ArrayList<>();
    private Set<String> required = Set.of();
    private Map<String, String> regex = Map.of();

    /**
     * A builder.
     *
     * @param rows how many rows are to be made
     */
    MakerBuilder(SourceNames names, long rows, RandomStreams streams) {
        this.names = names;
        this.rows = rows;
        this.streams = streams;
    }

    List<ModelColumn> modelColumns() {
        return modelColumns;
    }

    List<ColumnMaker> makers() {
        return makers;
    }

    /** Adds a column with the strategy that is to be followed. */
    void add(TextColumn column, ColumnSchema schema) {
        if (schema.strategy() == Strategy.DROP) {
            return;
        }
        makers.add(maker(isNumeric(schema) ? ModelledSource.readable(column) : column, schema));
    }

    /** Tells which columns miss no value, and which are made of a regular expression, by name. */
    MakerBuilder with(Set<String> requiredColumns, Map<String, String> regexOfColumns) {
        required = requiredColumns;
        regex = regexOfColumns;
        return this;
    }

    /** Adds a column of the model's that several makers share; its number. */
    int addShared(ModelColumn column) {
        modelColumns.add(column);
        return modelColumns.size() - 1;
    }

    /** Adds a maker as it is. */
    void add(ColumnMaker maker) {
        makers.add(maker);
    }

    private ColumnMaker maker(TextColumn column, ColumnSchema schema) {
        if (column.missing() == column.rows()) {
            return new ColumnMaker.Constant(schema, Presence.ALWAYS, null);
        }
        String expression = regex.get(schema.name());
        if (expression != null && (schema.strategy() == Strategy.KEY || schema.strategy() == Strategy.PATTERN)) {
            return new ColumnMaker.Keyed(schema, presence(column), matching(column, schema, expression));
        }
        return switch (schema.strategy()) {
            case MODEL, KEEP -> modelled(column, schema);
            case KEY -> new ColumnMaker.Keyed(schema, presence(column), keys(column, schema));
            case PERSON -> personal(column, schema);
            case PATTERN -> patterned(column, schema);
            case TEXT -> written(column, schema);
            case MASK -> new ColumnMaker.Constant(asText(schema), presence(column), MASK);
            case DROP -> throw new IllegalStateException("Left out before");
        };
    }

    static ColumnSchema asText(ColumnSchema schema) {
        return ColumnSchema.of(schema.name(), ColumnType.TEXT)
                .withOccurrence(schema.nullable(), false)
                .withTreatment(schema.strategy(), schema.sensitivityType(), schema.sensitive());
    }

    private ColumnMaker modelled(TextColumn column, ColumnSchema schema) {
        ModelledSource source = isIdentifying(schema)
                ? ModelledSource.codes(withoutRare(column, schema), schema)
                : ModelledSource.of(column, schema);
        modelColumns.add(source.column());
        return new ColumnMaker.Modelled(
                schema, modelColumns.size() - 1, source.levels(), source.unit(), source.format());
    }

    /** Such columns come here where they repeat; dates and flags are statistical, and what is kept is kept. */
    private static boolean isIdentifying(ColumnSchema schema) {
        boolean code = schema.type() == ColumnType.TEXT || isNumeric(schema);
        return code
                && schema.strategy() == Strategy.MODEL
                && schema.sensitivityType().identifying();
    }

    private static boolean isNumeric(ColumnSchema schema) {
        return schema.type() == ColumnType.INTEGER || schema.type() == ColumnType.DECIMAL;
    }

    /** The column with its rare ids replaced by fresh ones; by the most frequent where none is left, as other rare values. */
    private TextColumn withoutRare(TextColumn column, ColumnSchema schema) {
        int[] counts = column.counts();
        int frequent = 0;
        for (int code = 1; code < counts.length; code++) {
            frequent = counts[code] > counts[frequent] ? code : frequent;
        }
        ValueGuard guard = guard(column, schema);
        Optional<KeyMaker> fresh = schema.sensitivityType() == SensitivityType.ID
                ? fresh(column, schema, counts.length)
                : Optional.empty();
        List<String> values = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            String value = column.dictionary().get(code);
            long number = code;
            String other = column.dictionary().get(frequent);
            values.add(
                    guard.forbids(value) ? fresh.map(keys -> keys.key(number)).orElse(other) : value);
        }
        List<@Nullable String> rows = new ArrayList<>();
        for (int row = 0; row < column.rows(); row++) {
            Interruption.checkAt(row);
            rows.add(column.isMissing(row) ? null : values.get(column.codes()[row]));
        }
        return TextColumn.of(column.name(), rows);
    }

    /** Whether a value is there is drawn from the model, together with everything else. */
    private Presence presence(TextColumn column) {
        if (column.missing() == 0 || required.contains(column.name())) {
            return Presence.ALWAYS;
        }
        int[] codes = new int[column.rows()];
        for (int row = 0; row < codes.length; row++) {
            Interruption.checkAt(row);
            codes[row] = column.isMissing(row) ? 0 : ColumnMaker.PRESENT;
        }
        modelColumns.add(ModelColumn.category(column.name(), 2, codes));
        return new Presence(modelColumns.size() - 1);
    }

    private KeyMaker keys(TextColumn column, ColumnSchema schema) {
        return fresh(column, schema, rows).orElseGet(() -> KeyMaker.Shaped.of(column, rows, key(column)));
    }

    private KeyMaker matching(TextColumn column, ColumnSchema schema, String expression) {
        ValueGuard source = schema.strategy() == Strategy.KEY
                ? ValueGuard.ofAll(column, schema.sensitivityType(), key(column))
                : guard(column, schema);
        return RegularKeys.of(expression, source, key(column), rows, schema.unique());
    }

    private Optional<KeyMaker> fresh(TextColumn column, ColumnSchema schema, long count) {
        Optional<KeyMaker> counting = schema.type() == ColumnType.INTEGER
                ? KeyMaker.Counting.after(column, count).map(KeyMaker.class::cast)
                : Optional.empty();
        return counting.or(() -> KeyMaker.Shaped.find(column, count, key(column)));
    }

    private long key(TextColumn column) {
        return streams.with("key").with(column.name()).key();
    }

    private ValueGuard guard(TextColumn column, ColumnSchema schema) {
        return ValueGuard.ofRare(
                column, schema.sensitivityType(), streams.with("salt").key());
    }

    private ColumnMaker personal(TextColumn column, ColumnSchema schema) {
        PersonFormat format = PersonFormat.of(PersonField.of(schema.sensitivityType(), column), column);
        return new ColumnMaker.Personal(schema, presence(column), format, guard(column, schema));
    }

    private ColumnMaker patterned(TextColumn column, ColumnSchema schema) {
        if (schema.sensitivityType() == SensitivityType.POSTCODE) {
            PrefixSplit split = PrefixSplit.of(column);
            if (split.levels() > 1) {
                modelColumns.add(split.column());
                return new ColumnMaker.Prefixed(schema, modelColumns.size() - 1, split.tails(SensitivityType.POSTCODE));
            }
        }
        PatternMaker pattern = PatternMaker.of(column, schema.sensitivityType(), schema.unique(), key(column), rows);
        KeyMaker.Counting beyond = schema.type() == ColumnType.INTEGER
                ? KeyMaker.Counting.longerThan(column).orElse(null)
                : null;
        return new ColumnMaker.Patterned(schema, presence(column), pattern, guard(column, schema), beyond);
    }

    private ColumnMaker written(TextColumn column, ColumnSchema schema) {
        TextStyle style = TextLearner.learn(column, names::of);
        return new ColumnMaker.Written(schema, presence(column), style, guard(column, schema));
    }
}
