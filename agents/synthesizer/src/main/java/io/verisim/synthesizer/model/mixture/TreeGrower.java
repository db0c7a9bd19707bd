package io.verisim.synthesizer.model.mixture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Grows the tree of one column. A split must leave enough rows on both sides and be worth more than chance would make it.
 * What a node's rows add to the distribution of its parent is smoothed, see {@link Smoothing}.
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
    private final Smoothing smoothing;

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
        smoothing = new Smoothing(coding);
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
        grower.node(rows, 0, rows.length, null, 0);
        return grower.tree.build();
    }

    private int node(int[] rows, int start, int end, Smoothing.@Nullable Estimate parent, int depth) {
        int node = tree.add();
        double[] counts = counts(rows, start, end);
        Smoothing.Estimate here =
                parent == null ? smoothing.root(counts, end - start) : smoothing.below(counts, end - start, parent);
        if (end - start >= 2 * settings.leastRows() && depth < MAX_DEPTH) {
            search.search(rows, start, end);
            double chance = settings.chance() * search.impurity(end - start) / (end - start);
            if (search.gain > chance && search.gain > 1e-9) {
                int feature = search.feature;
                long mask = search.leftGroups;
                tree.split(node, feature, mask);
                int middle = partition(features.groups()[feature], mask, rows, start, end);
                int left = node(rows, start, middle, here, depth + 1);
                tree.children(node, left, node(rows, middle, end, here, depth + 1));
                return node;
            }
        }
        tree.leaf(node, here.probabilities());
        return node;
    }

    private double[] counts(int[] rows, int start, int end) {
        double[] counts = new double[coding.size()];
        for (int i = start; i < end; i++) {
            counts[codes[rows[i]]]++;
        }
        return counts;
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
