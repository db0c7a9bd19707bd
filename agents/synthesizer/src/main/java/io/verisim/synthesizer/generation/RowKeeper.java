package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.condition.Cells;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.generation.UniqueRules.Apart;
import io.verisim.synthesizer.model.Conditions;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the constraints while blocks are made: draws rows that meet those on drawn columns, and keeps apart what must be
 * unique. Immutable; what a block must remember is in its {@link Rows}.
 */
final class RowKeeper {

    private static final int ATTEMPTS = 100;

    private final Recipe recipe;
    private final RowRules rules;
    private final UniqueRules unique;
    private final @Nullable Conditions conditions;
    private final long blocks;
    private final long key;

    RowKeeper(Recipe recipe, RandomStreams streams) {
        this.recipe = recipe;
        rules = new RowRules(recipe.makers(), recipe.demands());
        unique = UniqueRules.of(recipe, rules, streams.with("unique"));
        conditions = rules.conditions(recipe.newBlock(1));
        long block = FittedGeneration.BLOCK_ROWS;
        blocks = Math.max(1, (recipe.options().rows() + block - 1) / block);
        key = streams.with("apart").key();
    }

    /** Whether rows must be looked at one by one. */
    boolean looksAtRows() {
        return !unique.spread().isEmpty() || !unique.apart().isEmpty();
    }

    /** How often a row may be drawn again. */
    long attempts() {
        return unique.apart().isEmpty() ? ATTEMPTS : ATTEMPTS * blocks;
    }

    /** The rules on values that are made after the rows were drawn. */
    RowRules rules() {
        return rules;
    }

    /** Draws rows that meet all constraints that look at one row's drawn values. */
    void sample(SampleBlock block, RandomGenerator random) {
        if (conditions == null) {
            recipe.model().sample(block, random);
        } else {
            recipe.model().sampleWhere(block, conditions, random);
        }
    }

    Rows rows(long block) {
        return new Rows(block);
    }

    /** The rows of one block, in order; each is asked for until it is admitted. */
    final class Rows {

        private final long block;
        private final List<Set<List<@Nullable String>>> seen = new ArrayList<>();
        private @Nullable Constraint broken;

        private Rows(long block) {
            this.block = block;
            unique.apart().forEach(apart -> seen.add(new HashSet<>()));
        }

        /** Moves what can be moved so that the row is unique; and whether it is, and meets everything else. */
        boolean settle(SampleBlock drawn, int row) {
            if (!looksAtRows()) {
                return true;
            }
            long number = block * FittedGeneration.BLOCK_ROWS + row;
            unique.spread().forEach(numbers -> numbers.settle(drawn, row, number));
            Constraint moved = unique.spread().isEmpty() ? null : rules.broken(drawn, row);
            if (moved != null) {
                broken = moved;
                return false;
            }
            Cells cells = rules.columns().at(drawn, row);
            for (int u = 0; u < seen.size(); u++) {
                Apart apart = unique.apart().get(u);
                List<@Nullable String> tuple = tuple(apart, cells);
                if (tuple != null && (blockOf(tuple) != block || seen.get(u).contains(tuple))) {
                    broken = apart.constraint();
                    return false;
                }
            }
            return true;
        }

        /** Remembers a row that is kept. */
        void keep(SampleBlock drawn, int row) {
            for (int u = 0; u < seen.size(); u++) {
                List<@Nullable String> tuple =
                        tuple(unique.apart().get(u), rules.columns().at(drawn, row));
                if (tuple != null) {
                    seen.get(u).add(tuple);
                }
            }
        }

        private long blockOf(List<@Nullable String> tuple) {
            long hash = key;
            for (String value : tuple) {
                for (int i = 0; value != null && i < value.length(); i++) {
                    hash = hash * 31 + value.charAt(i);
                }
                hash = (hash ^ (hash >>> 29)) * 0xbf58476d1ce4e5b9L + 1;
            }
            return Math.floorMod(hash ^ (hash >>> 32), blocks);
        }

        /** What has to be said when no attempt was admitted; null where no constraint is to blame. */
        @Nullable
        VerisimException exhausted() {
            if (broken == null) {
                return null;
            }
            return VerisimException.data(
                    "CONSTRAINT_EXHAUSTED",
                    String.format(
                            Locale.ROOT,
                            "The constraint %s cannot be kept: %,d draws gave no further row that meets it.",
                            broken.describe(),
                            attempts()),
                    "Ask for fewer rows, or leave out the constraint.",
                    Map.of("constraint", broken.describe(), "table", recipe.table()));
        }
    }

    private static @Nullable List<@Nullable String> tuple(Apart apart, Cells cells) {
        List<@Nullable String> tuple = new ArrayList<>();
        for (int column : apart.columns()) {
            if (cells.isMissing(column)) {
                return null;
            }
            tuple.add(cells.text(column));
        }
        return tuple;
    }
}
