package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.KolmogorovSmirnov;
import io.verisim.synthesizer.marginal.Habit;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One fit: codes, hidden classes, the order of columns, and a tree for each. */
final class MixtureFit {

    private static final double FAITHFUL = 0.04;
    private static final int PROBE_ROWS = 8_192;

    private final TrainingTable table;
    private final MixtureSettings settings;
    private final SampleBlock data;
    private final List<Coding> codings;
    private final int[] source;
    private final @Nullable NumberBase[] bases;
    private final @Nullable Grains[] grains;

    MixtureFit(TrainingTable table, MixtureSettings settings) {
        this.table = table;
        this.settings = settings;
        List<ModelColumn> columns = table.columns();
        codings = columns.stream().map(Coding::of).toList();
        source = FunctionalDependences.sources(columns, table.rows());
        bases = new NumberBase[columns.size()];
        data = table.toBlock();
        grains = new Grains[columns.size()];
    }

    FittedMixture fit(RandomGenerator random) {
        int columns = table.columns().size();
        int[] order = new ColumnOrder(table, data, codings, source, bases).find();
        for (int j = 0; j < columns; j++) {
            grains[j] = bases[j] == null ? Grains.of(table.columns().get(j), codings.get(j)) : null;
        }
        byte[][] groups = new byte[2 * columns + 1][];
        boolean[] ordered = new boolean[2 * columns + 1];
        for (int j = 0; j < columns; j++) {
            groups[j] = codings.get(j)
                    .groupsOf(codings.get(j).codesOf(table.columns().get(j)));
            ordered[j] = codings.get(j).isNumeric();
            if (grains[j] != null) {
                groups[columns + 1 + j] = grains[j].groups();
                ordered[columns + 1 + j] = true;
            }
        }
        byte[][] visible = Arrays.copyOf(groups, columns);
        groups[columns] = LatentClasses.assign(visible, table.rows(), settings.classes(), settings.rounds(), random);
        Features features = new Features(groups, ordered);
        ColumnModel[] models = new ColumnModel[columns];
        for (int at = 0; at < order.length; at++) {
            models[order[at]] = model(order[at], Arrays.copyOf(order, at), features);
        }
        float[] shares = shares(groups[columns]);
        FittedMixture first = new FittedMixture(shares, order, List.of(models), null);
        if (dropUnfaithfulBases(first, random)) {
            for (int at = 0; at < order.length; at++) {
                if (bases[order[at]] == null && models[order[at]] instanceof ColumnModel.Based) {
                    models[order[at]] = model(order[at], Arrays.copyOf(order, at), features);
                }
            }
        }
        FittedMixture plain = new FittedMixture(shares, order, List.of(models), null);
        return plain.with(critic(plain, random));
    }

    private @Nullable Critic critic(FittedMixture plain, RandomGenerator random) {
        if (settings.criticTrees() == 0) {
            return null;
        }
        int rows = Math.min(table.rows(), CriticFit.MOST_REAL);
        SampleBlock real = data.ofRows(rows);
        for (int row = 0; row < rows; row++) {
            real.copyRow(row, data, (int) ((long) row * table.rows() / rows));
        }
        SampleBlock drawn = data.ofRows(CriticFit.DRAWN_A_REAL * rows);
        plain.draw(drawn, random);
        return CriticFit.train(plain.view(real), plain.view(drawn), settings.criticTrees())
                .orElse(null);
    }

    /**
     * A base adds up the errors of the columns it is made of. Where that shows in the distribution of what is drawn, the
     * column does without.
     */
    private boolean dropUnfaithfulBases(FittedMixture fitted, RandomGenerator random) {
        if (Arrays.stream(bases).noneMatch(Objects::nonNull)) {
            return false;
        }
        SampleBlock probe = new SampleBlock(table.numeric(), PROBE_ROWS);
        fitted.sample(probe, random);
        boolean dropped = false;
        for (int column = 0; column < bases.length; column++) {
            if (bases[column] != null) {
                double distance = KolmogorovSmirnov.distance(
                        sorted(Coding.present(data, column)), sorted(Coding.present(probe, column)));
                if (!(distance <= FAITHFUL)) {
                    bases[column] = null;
                    dropped = true;
                }
            }
        }
        return dropped;
    }

    private float[] shares(byte[] hidden) {
        float[] shares = new float[settings.classes()];
        for (byte k : hidden) {
            shares[k] += 1f / hidden.length;
        }
        for (int k = 1; k < shares.length; k++) {
            shares[k] += shares[k - 1];
        }
        return shares;
    }

    private ColumnModel model(int column, int[] before, Features features) {
        ModelColumn values = table.columns().get(column);
        Coding coding = codings.get(column);
        if (source[column] >= 0) {
            ModelColumn from = table.columns().get(source[column]);
            return new ColumnModel.Derived(source[column], FunctionalDependences.map(from, values), coding.groups());
        }
        int[] usable = usable(before);
        Habit habit = Habit.of(Coding.present(data, column));
        NumberBase base = bases[column];
        if (base == null) {
            ConditionalTree tree = TreeGrower.grow(features, usable, coding.codesOf(values), coding, settings.trees());
            return new ColumnModel.Drawn(coding, tree, habit, grainTree(column, usable, features));
        }
        double[] rest = data.numbers(column).clone();
        Arrays.setAll(rest, row -> values.codes()[row] < 0 ? base.rest(rest[row], base.predict(data, row)) : 0);
        ModelColumn rests = new ModelColumn(values.name(), values.levels(), values.codes(), rest);
        Coding restCoding = Coding.of(rests);
        ConditionalTree tree =
                TreeGrower.grow(features, usable, restCoding.codesOf(rests), restCoding, settings.trees());
        return new ColumnModel.Based(coding, restCoding, tree, base, habit);
    }

    private @Nullable ConditionalTree grainTree(int column, int[] usable, Features features) {
        Grains found = grains[column];
        if (found == null) {
            return null;
        }
        int[] withItself =
                IntStream.concat(IntStream.of(column), Arrays.stream(usable)).toArray();
        return TreeGrower.grow(features, withItself, found.codes(), Grains.CODING, settings.trees());
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    /** The hidden class and every earlier column that does not follow from another. */
    private int[] usable(int[] before) {
        int hidden = table.columns().size();
        return IntStream.concat(
                        IntStream.concat(
                                IntStream.of(hidden),
                                Arrays.stream(before)
                                        .filter(c -> grains[c] != null)
                                        .map(c -> hidden + 1 + c)),
                        Arrays.stream(before)
                                .filter(c ->
                                        source[c] < 0 || codings.get(source[c]).size() > 32))
                .toArray();
    }
}
