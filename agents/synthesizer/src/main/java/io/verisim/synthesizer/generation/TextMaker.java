package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.numerics.Interruption;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.generation.ColumnMaker.Written;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.text.People;
import io.verisim.text.SyntheticPerson;
import io.verisim.text.TextPrompt;
import io.verisim.text.TextSource;
import io.verisim.text.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Has free text written, in batches, and what the guard refuses written again. */
final class TextMaker {

    private static final int ATTEMPTS = 100;
    private static final int INVENTED_FROM = 25;
    private static final int FREE_FROM = 50;

    private final Recipe recipe;
    private final RowRules rules;
    private final RandomStreams streams;
    private final People people;
    private final TextSource source;

    TextMaker(Recipe recipe, RowRules rules, RandomStreams streams, People people, TextSource source) {
        this.recipe = recipe;
        this.rules = rules;
        this.streams = streams;
        this.people = people;
        this.source = source;
    }

    /** Fills the rows of a block that have a text. */
    void fill(Written column, SampleBlock drawn, long block, SyntheticPerson[] persons, @Nullable String[] values) {
        RandomStreams ofColumn = streams.with(column.schema().name()).with(block);
        for (int start = 0; start < drawn.rows(); start += TextSource.BATCH) {
            Interruption.check();
            List<Integer> rows = new ArrayList<>();
            for (int row = start; row < Math.min(drawn.rows(), start + TextSource.BATCH); row++) {
                if (column.presence().in(drawn, row)) {
                    rows.add(row);
                }
            }
            if (!rows.isEmpty()) {
                write(column, rows, ofColumn.with(start), persons, values);
            }
        }
    }

    private void write(
            Written column,
            List<Integer> rows,
            RandomStreams ofBatch,
            SyntheticPerson[] persons,
            @Nullable String[] values) {
        RandomGenerator random = ofBatch.generator();
        List<Map<String, String>> contexts =
                rows.stream().map(row -> context(persons[row], false, random)).toList();
        List<String> texts = source.write(
                new TextPrompt(recipe.table(), column.schema().name(), column.style(), ofBatch.key(), contexts));
        for (int i = 0; i < rows.size(); i++) {
            String text = texts.get(i);
            boolean refused = refuses(column, text);
            values[rows.get(i)] = refused ? again(column, persons[rows.get(i)], ofBatch.with(i)) : text;
        }
    }

    private Map<String, String> context(SyntheticPerson person, boolean invent, RandomGenerator random) {
        return Map.of(
                TextPrompt.PERSON,
                person.fullName(),
                TextPrompt.OTHER_PERSON,
                people.person(Optional.empty(), invent, random).fullName());
    }

    private boolean refuses(Written column, String text) {
        return column.guard().forbids(text)
                || recipe.texts().forbids(text)
                || rules.refuses(column.schema().name(), text);
    }

    /** After some attempts with an invented name for anybody else, and without the sentences of the source. */
    private String again(Written column, SyntheticPerson person, RandomStreams ofRow) {
        TextStyle free = new TextStyle(column.style().words(), List.of(), List.of());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            RandomStreams streamsOfAttempt = ofRow.with(attempt);
            TextPrompt prompt = new TextPrompt(
                    recipe.table(),
                    column.schema().name(),
                    attempt < FREE_FROM ? column.style() : free,
                    streamsOfAttempt.key(),
                    List.of(context(person, attempt >= INVENTED_FROM, streamsOfAttempt.generator())));
            String text = source.write(prompt).getFirst();
            if (!refuses(column, text)) {
                return text;
            }
        }
        String name = column.schema().name();
        throw VerisimException.data(
                "NO_ADMISSIBLE_TEXT",
                "No text for column '" + name + "' could be written that holds nothing from the source"
                        + rules.asked(List.of(name)) + ".",
                "Give the column another strategy, such as 'mask' or 'drop'.",
                Map.of("column", name));
    }
}
