package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order in which columns are drawn, and which numbers have a base in earlier ones. */
final class ColumnOrder {

    private static final double WORTH_A_BASE = 0.8;
    private static final double EXACT = 0.995;
    private static final int FIRST_LOOK = 2_500;

    private final TrainingTable table;
    private final SampleBlock data;
    private final List<Coding> codings;
    private final int[] source;
    private final @Nullable NumberBase[] bases;

    /**
     * An order to be found.
     *
     * @param source column that each one follows from, see {@link FunctionalDependences}
     * @param bases of each column; filled in
     */
    ColumnOrder(
            TrainingTable table, SampleBlock data, List<Coding> codings, int[] source, @Nullable NumberBase[] bases) {
        this.table = table;
        this.data = data;
        this.codings = codings;
        this.source = source;
        this.bases = bases;
    }

    /**
     * Numbers on their own first, for a tree tells a category from numbers better than numbers from categories;
     * then categories, many levels before few, for what is to be foretold from all others has mostly few; then numbers
     * that have a base.
     */
    int[] find() {
        List<Integer> categories = new ArrayList<>();
        List<Integer> numeric = new ArrayList<>();
        for (int j = 0; j < source.length; j++) {
            if (table.columns().get(j).isNumeric()) {
                numeric.add(j);
            } else if (source[j] < 0) {
                categories.add(j);
            }
        }
        categories.sort(Comparator.comparingInt(j -> -codings.get(j).size()));
        List<Integer> numbers = numbersInOrder(categories, numeric);
        List<Integer> order =
                new ArrayList<>(numbers.stream().filter(y -> bases[y] == null).toList());
        order.addAll(categories);
        for (int j = 0; j < source.length; j++) {
            if (source[j] >= 0) {
                order.add(j);
            }
        }
        numbers.stream().filter(y -> bases[y] != null).forEach(order::add);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The less they follow from the others the earlier; of those that follow, the ones of few values earlier, for a sum
     * of smooth numbers is no round one.
     */
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
        plain.sort(Comparator.comparingDouble(y -> share[y] > WORTH_A_BASE ? 2 + distinct(y) : share[y]));
        List<Integer> before = new ArrayList<>(categories);
        for (int y : plain) {
            bases[y] = base(y, share[y], before, levels);
            before.add(y);
        }
        plain.addAll(products);
        return plain;
    }

    /** Different numbers for each row, 0 to 1. */
    private double distinct(int column) {
        return Arrays.stream(Coding.present(data, column)).distinct().count() / (double) data.rows();
    }

    /** A sum of effects that leaves nothing over, else a share of another column, else a sum that leaves little. */
    private @Nullable NumberBase base(int column, double promised, List<Integer> before, List<Integer> levels) {
        BaseFit.Explained sum =
                promised > WORTH_A_BASE ? new BaseFit(data, column, data.rows()).regression(before, levels) : null;
        if (sum != null && sum.share() > EXACT) {
            return sum.base();
        }
        NumberBase share = RatioFit.find(data, column, before);
        if (share != null) {
            return share;
        }
        return sum != null && sum.share() > WORTH_A_BASE ? sum.base() : null;
    }
}
