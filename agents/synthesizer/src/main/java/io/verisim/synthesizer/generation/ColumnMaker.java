package io.verisim.synthesizer.generation;

import io.verisim.model.table.ColumnSchema;
import io.verisim.synthesizer.identity.PersonFormat;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.pattern.KeyMaker;
import io.verisim.synthesizer.pattern.PatternMaker;
import io.verisim.tabular.ValueFormat;
import io.verisim.text.TextStyle;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How the values of one column of the synthetic table are made. */
sealed interface ColumnMaker {

    /** Level of a presence column for a row that has a value. */
    int PRESENT = 1;

    ColumnSchema schema();

    /**
     * Drawn from the model.
     *
     * @param model the model's column
     * @param levels text of each level, null for the missing one
     * @param unit how many microseconds the model's number 1 is; 0 where numbers are no times
     */
    record Modelled(ColumnSchema schema, int model, List<@Nullable String> levels, double unit, ValueFormat format)
            implements ColumnMaker {

        public Modelled {
            levels = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(levels));
        }

        @Nullable
        String text(SampleBlock block, int row) {
            int code = block.codes(model)[row];
            if (code != ModelColumn.NUMBER) {
                return levels.get(code);
            }
            return format.text(code(block.numbers(model)[row]));
        }

        /** A number as the column writes it: that of another number is equal where its text is. */
        long code(double value) {
            return unit == 0 ? format.code(value) : format.timeCode((long) (Math.rint(value) * unit));
        }
    }

    /** A unique key. */
    record Keyed(ColumnSchema schema, Presence presence, KeyMaker keys) implements ColumnMaker {}

    /** Told of the row's person. */
    record Personal(ColumnSchema schema, Presence presence, PersonFormat format, ValueGuard guard)
            implements ColumnMaker {

        /** Whether a value can point at somebody. */
        boolean identifies() {
            return schema.sensitivityType().identifying();
        }
    }

    /**
     * Made from a pattern.
     *
     * @param beyond whole numbers longer than all of the source's, for where its own lengths have none left; null where
     *     values are no whole numbers
     */
    record Patterned(
            ColumnSchema schema,
            Presence presence,
            PatternMaker pattern,
            ValueGuard guard,
            KeyMaker.@Nullable Counting beyond)
            implements ColumnMaker {}

    /**
     * A pattern whose beginning is drawn from the model.
     *
     * @param tails a pattern for each level of the model's column
     */
    record Prefixed(ColumnSchema schema, int model, List<@Nullable PatternMaker> tails) implements ColumnMaker {

        public Prefixed {
            tails = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(tails));
        }
    }

    /** Free text. */
    record Written(ColumnSchema schema, Presence presence, TextStyle style, ValueGuard guard) implements ColumnMaker {

        /** Only with the sentences that pass; with none at all where no first sentence does. */
        Written withPhrases(Predicate<String> passes) {
            List<List<TextStyle.Phrase>> passing = style.sentences().stream()
                    .map(phrases -> phrases.stream()
                            .filter(phrase -> passes.test(phrase.text()))
                            .toList())
                    .toList();
            boolean enough = !passing.isEmpty() && !passing.getFirst().isEmpty();
            TextStyle admitted = new TextStyle(style.words(), enough ? passing : List.of(), style.lengths());
            return new Written(schema, presence, admitted, guard);
        }
    }

    /** The same for every row. */
    record Constant(
            ColumnSchema schema,
            Presence presence,
            @Nullable String value) implements ColumnMaker {}

    /**
     * Whether a row has a value.
     *
     * @param model the model's column that says so; −1 where every row has one
     */
    record Presence(int model) {

        static final Presence ALWAYS = new Presence(-1);

        boolean in(SampleBlock block, int row) {
            return model < 0 || block.codes(model)[row] == PRESENT;
        }
    }
}
