package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.generation.ColumnMaker.Presence;
import io.verisim.synthesizer.identity.PersonField;
import io.verisim.synthesizer.identity.PersonFormat;
import io.verisim.synthesizer.identity.TextLearner;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.pattern.KeyMaker;
import io.verisim.synthesizer.pattern.PatternMaker;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TypedValues;
import io.verisim.text.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Builds the makers of all columns, and the columns that the model is fitted to. */
final class MakerBuilder {

    private static final String MASK = "***";

    private final SourceNames names;
    private final long rows;
    private final RandomStreams streams;
    private final List<ModelColumn> modelColumns = new ArrayList<>();
    private final List<ColumnMaker> makers = new ArrayList<>();

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
        if (column.missing() == column.rows()) {
            makers.add(new ColumnMaker.Constant(schema, Presence.ALWAYS, null));
            return;
        }
        makers.add(
                switch (schema.strategy()) {
                    case MODEL, KEEP -> modelled(column, schema);
                    case KEY -> new ColumnMaker.Keyed(schema, presence(column), keys(column, schema));
                    case PERSON -> personal(column, schema);
                    case PATTERN -> patterned(column, schema);
                    case TEXT -> written(column, schema);
                    case MASK -> new ColumnMaker.Constant(asText(schema), presence(column), MASK);
                    case DROP -> throw new IllegalStateException("Left out before");
                });
    }

    private static ColumnSchema asText(ColumnSchema schema) {
        return ColumnSchema.of(schema.name(), ColumnType.TEXT)
                .withOccurrence(schema.nullable(), false)
                .withTreatment(schema.strategy(), schema.sensitivityType(), schema.sensitive());
    }

    private ColumnMaker modelled(TextColumn column, ColumnSchema schema) {
        ModelledSource source = ModelledSource.of(column, schema);
        modelColumns.add(source.column());
        return new ColumnMaker.Modelled(
                schema, modelColumns.size() - 1, source.levels(), source.unit(), source.format());
    }

    /** Whether a value is there is drawn from the model, together with everything else. */
    private Presence presence(TextColumn column) {
        if (column.missing() == 0) {
            return Presence.ALWAYS;
        }
        int[] codes = new int[column.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = column.isMissing(row) ? 0 : ColumnMaker.PRESENT;
        }
        modelColumns.add(ModelColumn.category(column.name(), 2, codes));
        return new Presence(modelColumns.size() - 1);
    }

    private KeyMaker keys(TextColumn column, ColumnSchema schema) {
        if (schema.type() == ColumnType.INTEGER) {
            double largest = 0;
            for (double value : TypedValues.numbers(column).values()) {
                largest = Math.max(largest, value);
            }
            return new KeyMaker.Counting((long) largest + 1);
        }
        return KeyMaker.Shaped.of(column, rows, key(column));
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
        PatternMaker pattern = PatternMaker.of(column, schema.sensitivityType(), schema.unique(), key(column));
        return new ColumnMaker.Patterned(schema, presence(column), pattern, guard(column, schema));
    }

    private ColumnMaker written(TextColumn column, ColumnSchema schema) {
        TextStyle style = TextLearner.learn(column, names::of);
        return new ColumnMaker.Written(schema, presence(column), style, guard(column, schema));
    }
}
