package io.verisim.synthesizer.model.mixture;

import java.util.Arrays;

/**
 * Grows the tree of one column. A split must leave enough rows on both sides and be worth more than chance would make it.
 * A node's distribution is that of its rows, drawn towards its parent's as much as it holds different codes (I. H. Witten
 * and T. C. Bell, doi:10.1109/18.87000), so that what is certain stays certain; codes of a category column that do not occur in
 * a node stay impossible there, so that what never goes together never does.
 */
final class TreeGrower {

    private static final int MAX_DEPTH = 24;

    private final Features features;
    private final int[] codes;
    private final Coding coding;
    private final TreeSettings settings;
    private final SplitSearch search;
    private final ConditionalTree.Builder tree = new ConditionalTree.Builder();
    private final int[] buffer;

    private TreeGrower(Features features, int[] usable, int[] codes, Coding coding, TreeSettings settings) {
        this.features = features;
        this.codes = codes;
        this.coding = coding;
        this.settings = settings;
        TargetClasses target = TargetClasses.of(coding, codes);
        byte[] rowClass = new byte[codes.length];
        for (int row = 0; row < codes.length; row++) {
            rowClass[row] = (byte) target.classOf[codes[row]];
        }
        search = new SplitSearch(features, usable, target, rowClass, settings.leastRows());
        buffer = new int[codes.length];
    }

    /**
     * Grows a tree.
     *
     * @param usable columns it may look at
     * @param codes the column to foretell
     */
    static ConditionalTree grow(Features features, int[] usable, int[] codes, Coding coding, TreeSettings settings) {
        TreeGrower grower = new TreeGrower(features, usable, codes, coding, settings);
        int[] rows = new int[codes.length];
        Arrays.setAll(rows, row -> row);
        grower.node(rows, 0, rows.length, new double[0], 0);
        return grower.tree.build();
    }

    private int node(int[] rows, int start, int end, double[] parent, int depth) {
        int node = tree.add();
        double[] probabilities = distribution(rows, start, end, parent);
        if (end - start >= 2 * settings.leastRows() && depth < MAX_DEPTH) {
            search.search(rows, start, end);
            double chance = settings.chance() * search.impurity(end - start) / (end - start);
            if (search.gain > chance && search.gain > 1e-9) {
                int feature = search.feature;
                long mask = search.leftGroups;
                tree.split(node, feature, mask);
                int middle = partition(features.groups()[feature], mask, rows, start, end);
                int left = node(rows, start, middle, probabilities, depth + 1);
                tree.children(node, left, node(rows, middle, end, probabilities, depth + 1));
                return node;
            }
        }
        tree.leaf(node, probabilities);
        return node;
    }

    private double[] distribution(int[] rows, int start, int end, double[] parent) {
        double[] result = new double[coding.size()];
        for (int i = start; i < end; i++) {
            result[codes[rows[i]]]++;
        }
        int n = end - start;
        double weight = parent.length == 0 ? 0 : prior(result);
        double sum = 0;
        for (int code = 0; code < result.length; code++) {
            boolean possible = result[code] > 0 || code >= coding.levels();
            result[code] += possible && weight > 0 ? weight * parent[code] : 0;
            sum += result[code];
        }
        for (int code = 0; code < result.length; code++) {
            result[code] /= n == 0 ? 1 : sum;
        }
        return result;
    }

    /** Rows that the parent counts for: the more different codes a node holds, the more of them are by chance. */
    private double prior(double[] counts) {
        int different = 0;
        for (double count : counts) {
            different += count > 0 ? 1 : 0;
        }
        return different * (coding.isNumeric() ? settings.numberPrior() : settings.levelPrior());
    }

    /** Rows that go left first, each side in its old order. */
    private int partition(byte[] groups, long mask, int[] rows, int start, int end) {
        int middle = start;
        int right = 0;
        for (int i = start; i < end; i++) {
            if ((mask >>> groups[rows[i]] & 1) != 0) {
                rows[middle++] = rows[i];
            } else {
                buffer[right++] = rows[i];
            }
        }
        System.arraycopy(buffer, 0, rows, middle, right);
        return middle;
    }
}
