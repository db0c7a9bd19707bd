package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.KolmogorovSmirnov;
import io.verisim.synthesizer.marginal.Habit;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One fit: codes, hidden classes, the order of columns, and a tree for each. */
final class MixtureFit {

    private static final double WORTH_A_BASE = 0.8;
    private static final double FAITHFUL = 0.04;
    private static final int FIRST_LOOK = 2_500;
    private static final int PROBE_ROWS = 8_192;

    private final TrainingTable table;
    private final MixtureSettings settings;
    private final SampleBlock data;
    private final List<Coding> codings;
    private final int[] source;
    private final @Nullable NumberBase[] bases;

    MixtureFit(TrainingTable table, MixtureSettings settings) {
        this.table = table;
        this.settings = settings;
        List<ModelColumn> columns = table.columns();
        codings = columns.stream().map(Coding::of).toList();
        source = FunctionalDependences.sources(columns, table.rows());
        bases = new NumberBase[columns.size()];
        data = table.toBlock();
    }

    FittedMixture fit(RandomGenerator random) {
        int columns = table.columns().size();
        int[] order = order();
        byte[][] groups = new byte[columns + 1][];
        boolean[] ordered = new boolean[columns + 1];
        for (int j = 0; j < columns; j++) {
            groups[j] = codings.get(j)
                    .groupsOf(codings.get(j).codesOf(table.columns().get(j)));
            ordered[j] = codings.get(j).isNumeric();
        }
        byte[][] visible = Arrays.copyOf(groups, columns);
        groups[columns] = LatentClasses.assign(visible, table.rows(), settings.classes(), settings.rounds(), random);
        Features features = new Features(groups, ordered);
        ColumnModel[] models = new ColumnModel[columns];
        for (int at = 0; at < order.length; at++) {
            models[order[at]] = model(order[at], Arrays.copyOf(order, at), features);
        }
        float[] shares = shares(groups[columns]);
        FittedMixture first = new FittedMixture(shares, order, List.of(models));
        if (dropUnfaithfulBases(first, random)) {
            for (int at = 0; at < order.length; at++) {
                if (bases[order[at]] == null && models[order[at]] instanceof ColumnModel.Based) {
                    models[order[at]] = model(order[at], Arrays.copyOf(order, at), features);
                }
            }
        }
        return new FittedMixture(shares, order, List.of(models));
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
                double distance =
                        KolmogorovSmirnov.distance(sorted(present(data, column)), sorted(present(probe, column)));
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
        Habit habit = Habit.of(present(data, column));
        NumberBase base = bases[column];
        if (base == null) {
            ConditionalTree tree = TreeGrower.grow(features, usable, coding.codesOf(values), coding, settings.trees());
            return new ColumnModel.Drawn(coding, tree, habit);
        }
        double[] rest = data.numbers(column).clone();
        Arrays.setAll(rest, row -> rest[row] - (values.codes()[row] < 0 ? base.predict(data, row) : 0));
        ModelColumn rests = new ModelColumn(values.name(), values.levels(), values.codes(), rest);
        Coding restCoding = Coding.of(rests);
        ConditionalTree tree =
                TreeGrower.grow(features, usable, restCoding.codesOf(rests), restCoding, settings.trees());
        return new ColumnModel.Based(coding, restCoding, tree, base, habit);
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    private static double[] present(SampleBlock block, int column) {
        int[] codes = block.codes(column);
        double[] numbers = block.numbers(column);
        return IntStream.range(0, block.rows())
                .filter(row -> codes[row] == ModelColumn.NUMBER)
                .mapToDouble(row -> numbers[row])
                .toArray();
    }

    /** The hidden class and every earlier column that does not follow from another. */
    private int[] usable(int[] before) {
        return IntStream.concat(
                        IntStream.of(table.columns().size()),
                        Arrays.stream(before)
                                .filter(c ->
                                        source[c] < 0 || codings.get(source[c]).size() > 32))
                .toArray();
    }

    /** Categories first, few levels before many; then numbers, the less they follow from the others the earlier. */
    private int[] order() {
        List<Integer> categories = new ArrayList<>();
        List<Integer> numeric = new ArrayList<>();
        for (int j = 0; j < source.length; j++) {
            if (table.columns().get(j).isNumeric()) {
                numeric.add(j);
            } else if (source[j] < 0) {
                categories.add(j);
            }
        }
        categories.sort(Comparator.comparingInt(j -> codings.get(j).size()));
        List<Integer> order = new ArrayList<>(categories);
        for (int j = 0; j < source.length; j++) {
            if (source[j] >= 0) {
                order.add(j);
            }
        }
        order.addAll(numbersInOrder(categories, numeric));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Integer> numbersInOrder(List<Integer> categories, List<Integer> numeric) {
        List<Integer> levels = table.columns().stream().map(ModelColumn::levels).toList();
        List<Integer> products = new ArrayList<>();
        for (int y : numeric) {
            List<Integer> others = numeric.stream()
                    .filter(other -> other != y && !products.contains(other))
                    .toList();
            BaseFit.Explained product = new BaseFit(data, y, FIRST_LOOK).pureProduct(others);
            if (product != null) {
                bases[y] = product.base();
                products.add(y);
            }
        }
        List<Integer> plain = new ArrayList<>(
                numeric.stream().filter(y -> !products.contains(y)).toList());
        double[] share = new double[table.columns().size()];
        for (int y : plain) {
            List<Integer> others = new ArrayList<>(categories);
            others.addAll(plain.stream().filter(other -> other != y).toList());
            BaseFit.Explained explained = new BaseFit(data, y, FIRST_LOOK).regression(others, levels);
            share[y] = explained == null ? 0 : explained.share();
        }
        plain.sort(Comparator.comparingDouble(y -> share[y]));
        List<Integer> before = new ArrayList<>(categories);
        for (int y : plain) {
            if (share[y] > WORTH_A_BASE) {
                BaseFit.Explained explained = new BaseFit(data, y, data.rows()).regression(before, levels);
                if (explained != null && explained.share() > WORTH_A_BASE) {
                    bases[y] = explained.base();
                }
            }
            before.add(y);
        }
        plain.addAll(products);
        return plain;
    }
}
