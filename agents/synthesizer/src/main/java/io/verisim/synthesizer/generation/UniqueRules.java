package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.generation.ColumnMaker.Keyed;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.generation.ColumnMaker.Patterned;
import io.verisim.synthesizer.generation.ColumnMaker.Personal;
import io.verisim.synthesizer.identity.PersonField;
import java.util.ArrayList;
import java.util.List;

/**
 * How what must be unique is kept so. Keys, addresses with a number and patterns with a permutation are unique as they
 * are made; a drawn number is moved to where only its row may be; all else is kept apart by blocks: a combination
 * belongs to the one block that its hash names, and a block remembers those it has.
 *
 * @param spread numbers to be moved
 * @param apart combinations to be kept apart, as columns of the layout, with their constraint
 */
record UniqueRules(List<SpreadNumbers> spread, List<Apart> apart) {

    private static final long PER_ROW = 100;
    private static final double FINE = 1_024;

    /** Columns whose values are unique together. */
    record Apart(Constraint.Unique constraint, List<Integer> columns) {}

    static UniqueRules of(Recipe recipe, RowRules rules, RandomStreams streams) {
        List<SpreadNumbers> spread = new ArrayList<>();
        List<Apart> apart = new ArrayList<>();
        for (Constraint constraint : recipe.demands().constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                List<Integer> columns = unique.columns().stream()
                        .map(name -> rules.layout().find(name).orElseThrow())
                        .toList();
                List<ColumnMaker> makers =
                        columns.stream().map(recipe.makers()::get).toList();
                if (makers.stream()
                        .anyMatch(maker -> isUnique(maker, recipe.options().rows()))) {
                    continue;
                }
                makers.stream()
                        .filter(maker -> !(maker instanceof Modelled))
                        .findFirst()
                        .ifPresent(maker -> {
                            throw notUnique(unique, maker.schema());
                        });
                if (columns.size() == 1
                        && recipe.spans().containsKey(unique.columns().getFirst())) {
                    spread.add(spread(recipe, (Modelled) makers.getFirst(), streams));
                } else {
                    apart.add(new Apart(unique, columns));
                }
            }
        }
        return new UniqueRules(List.copyOf(spread), List.copyOf(apart));
    }

    private static boolean isUnique(ColumnMaker maker, long rows) {
        return switch (maker) {
            case Keyed keyed -> true;
            case Personal personal ->
                personal.schema().unique()
                        && (personal.format().field() == PersonField.EMAIL
                                || personal.format().field() == PersonField.USERNAME
                                || personal.format().field() == PersonField.URL);
            case Patterned patterned ->
                patterned.pattern().permutationKey() != 0
                        && patterned.pattern().masks().stream().allMatch(mask -> mask.domain() / PER_ROW >= rows);
            case ColumnMaker other -> false;
        };
    }

    private static VerisimException notUnique(Constraint constraint, ColumnSchema column) {
        return VerisimException.configuration(
                "CONSTRAINT_UNSUPPORTED",
                "The constraint " + constraint.describe() + " cannot be kept: values of column '" + column.name()
                        + "' by strategy '" + column.strategy() + "' may repeat.",
                "Give the column the strategy 'key', or leave out the constraint.");
    }

    private static SpreadNumbers spread(Recipe recipe, Modelled maker, RandomStreams streams) {
        ColumnSchema schema = maker.schema();
        double[] span = recipe.spans().getOrDefault(schema.name(), List.of(0.0, 0.0)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        long rows = Math.max(1, recipe.options().rows());
        double unit = unit(maker);
        double fine = unit > 0 ? unit : Math.max(span[1] - span[0], 1e-9) / rows / FINE;
        return SpreadNumbers.of(
                maker.model(),
                fine,
                unit > 0 ? Math.rint(1 / unit) : 0,
                span,
                streams.with("spread").with(schema.name()).key(),
                rows);
    }

    /** Distance of neighbouring values in the model's numbers; 0 where there is none. */
    static double unit(Modelled maker) {
        Integer scale = maker.schema().scale();
        boolean whole = maker.unit() > 0 || maker.schema().type() == ColumnType.INTEGER;
        return whole ? 1 : scale == null ? 0 : StrictMath.pow(10, -scale);
    }
}
