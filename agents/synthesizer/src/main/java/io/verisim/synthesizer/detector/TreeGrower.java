package io.verisim.synthesizer.detector;

import io.verisim.numerics.Interruption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Grows trees on a set of training rows, depth first, building the histogram of the smaller child only. */
final class TreeGrower {

    private final BinnedFeatures features;
    private final Gradients gradients;
    private final BoostingOptions options;
    private final int[] rows;
    private final double[] scores;
    private final double[] gains;

    private final int[] spill;
    private final long[] ordered;
    private final Deque<Histogram> free = new ArrayDeque<>();

    private int nodes;
    private Tree tree;

    /**
     * Prepares for growing.
     *
     * @param rows training rows, reordered while growing
     * @param scores score by row, raised by every tree on the training rows
     * @param gains gain by feature, summed up
     */
    TreeGrower(
            BinnedFeatures features,
            Gradients gradients,
            BoostingOptions options,
            int[] rows,
            double[] scores,
            double[] gains) {
        this.features = features;
        this.gradients = gradients;
        this.options = options;
        this.rows = rows;
        this.scores = scores;
        this.gains = gains;
        spill = new int[rows.length];
        ordered = new long[rows.length];
        tree = emptyTree(0);
    }

    Tree grow() {
        nodes = 0;
        int most = (int) Math.min((1L << (Math.min(options.depth(), 24) + 1)) - 1, 2L * rows.length + 1);
        tree = emptyTree(most);
        long sum = 0;
        for (int row : rows) {
            sum += gradients.packed(row);
        }
        Histogram root = take();
        root.fill(features, gradients, rows, 0, rows.length, ordered);
        grow(0, rows.length, 0, sum, root);
        return new Tree(
                Arrays.copyOf(tree.feature(), nodes),
                Arrays.copyOf(tree.bin(), nodes),
                Arrays.copyOf(tree.left(), nodes),
                Arrays.copyOf(tree.right(), nodes),
                Arrays.copyOf(tree.value(), nodes));
    }

    /** Grows the node of the rows {@code from..to}; the histogram is null where the node must be a leaf. */
    private int grow(int from, int to, int depth, long sum, @Nullable Histogram histogram) {
        Interruption.check();
        int node = nodes++;
        Split split = histogram == null
                ? null
                : Split.best(histogram, features.offsets(), gradients, sum, to - from, options.minimumLeaf());
        if (split == null) {
            if (histogram != null) {
                free.push(histogram);
            }
            leaf(node, from, to, sum);
            return node;
        }
        gains[split.feature()] += split.gain();
        partition(split, from, to);
        int middle = from + split.leftRows();
        tree.feature()[node] = split.feature();
        tree.bin()[node] = split.bin();
        branch(node, new Range(from, middle, to), depth + 1, split.leftSum(), sum, histogram);
        return node;
    }

    private void branch(int node, Range range, int depth, long leftSum, long sum, @Nullable Histogram parent) {
        boolean deeper = depth < options.depth() && parent != null;
        boolean leftGrows = deeper && range.middle - range.from >= 2 * options.minimumLeaf();
        boolean rightGrows = deeper && range.to - range.middle >= 2 * options.minimumLeaf();
        boolean leftSmaller = range.middle - range.from <= range.to - range.middle;
        Histogram small = null;
        Histogram large = null;
        if (parent != null) {
            if (leftGrows || rightGrows) {
                small = take();
                int from = leftSmaller ? range.from : range.middle;
                int to = leftSmaller ? range.middle : range.to;
                small.fill(features, gradients, rows, from, to, ordered);
                parent.subtract(small);
                large = parent;
            } else {
                free.push(parent);
            }
        }
        Histogram left = keep(leftSmaller ? small : large, leftGrows);
        Histogram right = keep(leftSmaller ? large : small, rightGrows);
        tree.left()[node] = grow(range.from, range.middle, depth, leftSum, left);
        tree.right()[node] = grow(range.middle, range.to, depth, sum - leftSum, right);
    }

    private @Nullable Histogram keep(@Nullable Histogram histogram, boolean needed) {
        if (histogram != null && !needed) {
            free.push(histogram);
            return null;
        }
        return histogram;
    }

    private void leaf(int node, int from, int to, long sum) {
        double value = -gradients.gradient(sum) / gradients.hessian(sum) * options.learningRate();
        tree.feature()[node] = -1;
        tree.value()[node] = value;
        for (int i = from; i < to; i++) {
            scores[rows[i]] += value;
        }
    }

    /** Moves the rows that go left before those that go right, keeping their order. */
    private void partition(Split split, int from, int to) {
        byte[] column = features.column(split.feature());
        int left = from;
        int right = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            if ((column[row] & 0xff) <= split.bin()) {
                rows[left++] = row;
            } else {
                spill[right++] = row;
            }
        }
        System.arraycopy(spill, 0, rows, left, right);
    }

    private Histogram take() {
        Histogram pooled = free.poll();
        return pooled == null ? new Histogram(features.offsets()[features.features()]) : pooled;
    }

    private static Tree emptyTree(int nodes) {
        return new Tree(new int[nodes], new int[nodes], new int[nodes], new int[nodes], new double[nodes]);
    }

    /** The rows of two children: {@code from..middle} and {@code middle..to}. */
    private record Range(int from, int middle, int to) {}
}
