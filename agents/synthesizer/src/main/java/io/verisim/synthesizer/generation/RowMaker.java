package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.numerics.Interruption;
import io.verisim.numerics.KeyedPermutation;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.generation.ColumnMaker.Constant;
import io.verisim.synthesizer.generation.ColumnMaker.Keyed;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.generation.ColumnMaker.Patterned;
import io.verisim.synthesizer.generation.ColumnMaker.Personal;
import io.verisim.synthesizer.generation.ColumnMaker.Prefixed;
import io.verisim.synthesizer.generation.ColumnMaker.Written;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.pattern.PatternMaker;
import io.verisim.text.Gender;
import io.verisim.text.NameBook;
import io.verisim.text.People;
import io.verisim.text.SyntheticPerson;
import io.verisim.text.TextSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes what is not drawn from the model: keys, people, patterns and text. */
final class RowMaker {

    /** Rows of a block, see {@link FittedGeneration#BLOCK_ROWS}. */
    private static final long BLOCK = FittedGeneration.BLOCK_ROWS;

    private static final int ATTEMPTS = 100;
    private static final int INVENTED_FROM = 40;
    private static final int CHECKED_UNTIL = 50;

    /** For rows of which nothing is left to chance: a generator of their own would cost more than they do. */
    private static final RandomGenerator NO_CHANCE = () -> {
        throw new IllegalStateException("Nothing is left to chance");
    };

    private final Recipe recipe;
    private final RowRules rules;
    private final RandomStreams streams;
    private final People people;
    private final TextMaker textMaker;
    private final @Nullable Modelled gender;
    private final boolean anyPerson;
    private final boolean anyText;
    private final boolean anyChance;
    private final List<Integer> made;
    private final KeyedPermutation uniqueNumbers;

    RowMaker(Recipe recipe, RowRules rules, RandomStreams streams, TextSource textSource) {
        this.recipe = recipe;
        this.rules = rules;
        this.streams = streams.with("row");
        people = new People(NameBook.of(recipe.locale()));
        textMaker = new TextMaker(recipe, rules, streams.with("text"), people, textSource);
        gender = recipe.genderColumn();
        anyText = recipe.makers().stream().anyMatch(Written.class::isInstance);
        anyPerson = anyText || recipe.makers().stream().anyMatch(Personal.class::isInstance);
        anyChance = anyPerson
                || recipe.makers().stream().anyMatch(maker -> maker instanceof Patterned || maker instanceof Prefixed);
        made = IntStream.range(0, recipe.makers().size())
                .filter(c -> !(recipe.makers().get(c) instanceof Modelled))
                .boxed()
                .toList();
        uniqueNumbers = KeyedPermutation.of(
                streams.with("unique").key(), Math.max(1, recipe.options().rows()));
    }

    /** The values of all columns, by column and row; none of those drawn from the model. */
    List<@Nullable String[]> fill(SampleBlock drawn, long block) {
        List<@Nullable String[]> values = new ArrayList<>();
        for (ColumnMaker maker : recipe.makers()) {
            values.add(new @Nullable String[maker instanceof Modelled ? 0 : drawn.rows()]);
        }
        if (made.isEmpty()) {
            return values;
        }
        SyntheticPerson[] persons = new SyntheticPerson[anyPerson ? drawn.rows() : 0];
        for (int row = 0; row < drawn.rows(); row++) {
            Interruption.checkAt(row);
            row(drawn, row, block * BLOCK + row, persons, values);
        }
        for (int c : made) {
            if (recipe.makers().get(c) instanceof Written written) {
                textMaker.fill(written, drawn, block, persons, values.get(c));
            }
        }
        return values;
    }

    private void row(
            SampleBlock drawn, int row, long number, SyntheticPerson[] persons, List<@Nullable String[]> values) {
        RandomGenerator random = anyChance ? streams.with(number).generator() : NO_CHANCE;
        if (anyPerson) {
            persons[row] = person(drawn, row, number, random, values);
        }
        for (int c : made) {
            @Nullable String[] column = values.get(c);
            column[row] = value(recipe.makers().get(c), drawn, row, number, random, column[row]);
        }
    }

    private @Nullable String value(
            ColumnMaker maker,
            SampleBlock drawn,
            int row,
            long number,
            RandomGenerator random,
            @Nullable String known) {
        return switch (maker) {
            case Keyed keyed -> keyed.presence().in(drawn, row) ? key(keyed, number) : null;
            case Patterned patterned -> patterned.presence().in(drawn, row) ? pattern(patterned, number, random) : null;
            case Constant constant -> constant.presence().in(drawn, row) ? constant.value() : null;
            case Prefixed prefixed -> {
                PatternMaker tail = prefixed.tails().get(drawn.codes(prefixed.model())[row]);
                yield tail == null ? null : beginning(prefixed, tail, number, random);
            }
            case Personal personal -> known;
            case Written written -> null;
            case Modelled modelled -> null;
        };
    }

    private String key(Keyed column, long number) {
        String key = column.keys().key(number);
        return admitted(column, key);
    }

    private String beginning(Prefixed column, PatternMaker tail, long number, RandomGenerator random) {
        String value = tail.value(number, 0, random);
        for (int attempt = 1;
                attempt < ATTEMPTS && rules.refuses(column.schema().name(), value);
                attempt++) {
            value = tail.value(number, attempt, random);
        }
        return admitted(column, value);
    }

    private String admitted(ColumnMaker column, String value) {
        Constraint broken = rules.broken(column.schema().name(), value);
        if (broken != null) {
            throw broken(column, broken);
        }
        return value;
    }

    private static VerisimException broken(ColumnMaker column, Constraint constraint) {
        String name = column.schema().name();
        return VerisimException.data(
                "CONSTRAINT_EXHAUSTED",
                "The constraint " + constraint.describe() + " cannot be kept: no value that column '" + name
                        + "' was given by strategy '" + column.schema().strategy() + "' meets it.",
                "Give the column another strategy, or leave out the constraint.",
                Map.of("column", name, "constraint", constraint.describe()));
    }

    private String pattern(Patterned column, long number, RandomGenerator random) {
        Constraint broken = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String value = column.pattern().value(number, attempt, random);
            boolean checked = attempt >= CHECKED_UNTIL || column.pattern().checks(value);
            broken = rules.broken(column.schema().name(), value);
            if (checked && broken == null && !column.guard().forbids(value)) {
                return value;
            }
        }
        String beyond = column.beyond() == null ? null : column.beyond().key(number);
        if (beyond != null && !column.guard().forbids(beyond)) {
            return admitted(column, beyond);
        }
        if (broken != null) {
            throw broken(column, broken);
        }
        String name = column.schema().name();
        throw VerisimException.data(
                "PATTERN_EXHAUSTED",
                "Column '" + name + "' has hardly a value in its pattern that is not in the source.",
                "Give it another strategy, such as 'mask' or 'drop', or ask for fewer rows.",
                Map.of("column", name));
    }

    /**
     * A person none of whose values is in the source; after some attempts with names made of syllables, and what points at
     * nobody, such as a city, may then be one of the source's.
     */
    private SyntheticPerson person(
            SampleBlock drawn, int row, long number, RandomGenerator random, List<@Nullable String[]> values) {
        Optional<Gender> known = gender == null ? Optional.empty() : Recipe.genderOf(gender.text(drawn, row));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            SyntheticPerson person = people.person(known, attempt >= INVENTED_FROM, random);
            boolean named = !anyText || !recipe.texts().forbids(person.fullName());
            if (named && write(person, attempt >= INVENTED_FROM, drawn, row, number, random, values)) {
                return person;
            }
        }
        List<String> personal = recipe.makers().stream()
                .filter(Personal.class::isInstance)
                .map(maker -> maker.schema().name())
                .toList();
        throw VerisimException.data(
                "NO_ADMISSIBLE_PERSON",
                "Table '" + recipe.table() + "' leaves no synthetic person whose values are not in the source"
                        + rules.asked(personal) + ".",
                "Give one of its personal columns another strategy, such as 'mask' or 'drop'.",
                Map.of("table", recipe.table()));
    }

    /** Writes what the columns tell of a person; false where that is in the source. */
    private boolean write(
            SyntheticPerson person,
            boolean invented,
            SampleBlock drawn,
            int row,
            long number,
            RandomGenerator random,
            List<@Nullable String[]> values) {
        List<ColumnMaker> makers = recipe.makers();
        for (int c = 0; c < makers.size(); c++) {
            if (makers.get(c) instanceof Personal personal) {
                boolean present = personal.presence().in(drawn, row);
                long unique = personal.schema().unique() ? uniqueNumbers.at(number) : -1;
                String value = personal.format().write(person, unique, random);
                boolean guarded = !invented || personal.identifies();
                boolean copied = guarded && personal.guard().forbids(value);
                if (present && (copied || rules.refuses(personal.schema().name(), value))) {
                    return false;
                }
                values.get(c)[row] = present ? value : null;
            }
        }
        return true;
    }
}
