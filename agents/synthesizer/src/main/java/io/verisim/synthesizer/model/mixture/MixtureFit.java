package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.KolmogorovSmirnov;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import io.verisim.synthesizer.quality.data.Workers;
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
        codings = Workers.map(settings.threads(), columns.size(), j -> Coding.of(columns.get(j)));
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
        Features features = Features.of(columns);
        byte[][] groups = features.groups();
        boolean[] ordered = features.ordered();
        for (int j = 0; j < columns; j++) {
            groups[j] = codings.get(j)
                    .groupsOf(codings.get(j).codesOf(table.columns().get(j)));
            ordered[j] = codings.get(j).isNumeric();
            if (grains[j] != null) {
                groups[Features.grains(columns, j)] = grains[j].groups();
                ordered[Features.grains(columns, j)] = true;
            }
        }
        byte[][] visible = Arrays.copyOf(groups, columns);
        groups[columns] = LatentClasses.assign(visible, table.rows(), settings, random);
        ColumnModel[] models = new ColumnModel[columns];
        List<ColumnModel> inOrder =
                Workers.map(settings.threads(), columns, at -> model(order[at], Arrays.copyOf(order, at), features));
        for (int at = 0; at < order.length; at++) {
            models[order[at]] = inOrder.get(at);
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
        SampleBlock drawn = data.ofRows(CriticFit.drawnForAReal(rows) * rows);
        plain.draw(drawn, random);
        return CriticFit.train(plain.view(real), plain.view(drawn), settings.criticTrees(), settings.threads())
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
        NumberBase base = bases[column];
        if (base == null) {
            ScoredTree tree = ScoredTree.grow(features, usable, coding.codesOf(values), coding, settings.trees());
            return new ColumnModel.Drawn(
                    coding,
                    tree,
                    grainModel(column, usable, features),
                    coding.isNumeric() ? Bound.of(data, column, before) : List.of());
        }
        double[] rest = data.numbers(column).clone();
        Arrays.setAll(rest, row -> values.codes()[row] < 0 ? base.rest(rest[row], base.predict(data, row)) : 0);
        ModelColumn rests = new ModelColumn(values.name(), values.levels(), values.codes(), rest);
        Coding restCoding = Coding.of(rests);
        ScoredTree tree = ScoredTree.grow(features, usable, restCoding.codesOf(rests), restCoding, settings.trees());
        return new ColumnModel.Based(coding, restCoding, tree, base);
    }

    private @Nullable GrainModel grainModel(int column, int[] usable, Features features) {
        Grains found = grains[column];
        if (found == null) {
            return null;
        }
        int[] withItself =
                IntStream.concat(IntStream.of(column), Arrays.stream(usable)).toArray();
        ConditionalTree tree = TreeGrower.grow(features, withItself, found.codes(), Grains.CODING, settings.trees());
        Coding coding = codings.get(column);
        return GrainModel.of(
                tree, features, found, coding, coding.codesOf(table.columns().get(column)));
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
                                        .map(c -> Features.grains(hidden, c))),
                        Arrays.stream(before)
                                .filter(c ->
                                        source[c] < 0 || codings.get(source[c]).size() > 32))
                .toArray();
    }
}
