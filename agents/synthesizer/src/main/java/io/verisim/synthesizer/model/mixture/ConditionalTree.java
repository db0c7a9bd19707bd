package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The distribution of a column's codes given groups of other columns, as a binary tree in arrays. An inner node holds a
 * column, the set of its groups that go left, and its children; a leaf holds cumulated probabilities of some codes.
 */
@SuppressWarnings("ArrayRecordComponent")
record ConditionalTree(int[] feature, long[] leftGroups, int[] left, int[] right, int[] codes, float[] cumulative) {

    private static final int LEAF = -1;

    /** Draws a code for a row of feature groups, given by column and row. */
    int draw(byte[][] groups, int row, RandomGenerator random) {
        int node = leaf(groups, row);
        int low = left[node];
        int high = right[node] - 1;
        if (low == high) {
            return codes[low];
        }
        float draw = random.nextFloat();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (draw < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return codes[low];
    }

    /** The leaf of a row. */
    int leaf(byte[][] groups, int row) {
        int node = 0;
        while (feature[node] != LEAF) {
            node = (leftGroups[node] >>> groups[feature[node]][row] & 1) != 0 ? left[node] : right[node];
        }
        return node;
    }

    boolean looksAt(int column) {
        return Arrays.stream(feature).anyMatch(f -> f == column);
    }

    boolean isLeaf(int node) {
        return feature[node] == LEAF;
    }

    int nodes() {
        return feature.length;
    }

    int leaves() {
        int leaves = 0;
        for (int f : feature) {
            leaves += f == LEAF ? 1 : 0;
        }
        return leaves;
    }

    void write(DataOutput out) throws IOException {
        Codec.writeInts(out, feature);
        Codec.writeLongs(out, leftGroups);
        Codec.writeInts(out, left);
        Codec.writeInts(out, right);
        Codec.writeInts(out, codes);
        Codec.writeFloats(out, cumulative);
    }

    static ConditionalTree read(DataInput in) throws IOException {
        return new ConditionalTree(
                Codec.readInts(in),
                Codec.readLongs(in),
                Codec.readInts(in),
                Codec.readInts(in),
                Codec.readInts(in),
                Codec.readFloats(in));
    }

    /** Collects nodes and leaves. */
    static final class Builder {

        private final IntList feature = new IntList();
        private final IntList left = new IntList();
        private final IntList right = new IntList();
        private final IntList codes = new IntList();
        private long[] masks = new long[16];
        private float[] cumulative = new float[64];

        /** Adds a node that is a leaf until {@link #split} says otherwise. */
        int add() {
            feature.add(LEAF);
            left.add(0);
            return right.add(0);
        }

        void split(int node, int column, long mask) {
            if (node >= masks.length) {
                masks = Arrays.copyOf(masks, Math.max(node + 1, masks.length * 2));
            }
            feature.set(node, column);
            masks[node] = mask;
        }

        void children(int node, int leftChild, int rightChild) {
            left.set(node, leftChild);
            right.set(node, rightChild);
        }

        void leaf(int node, double[] probabilities) {
            left.set(node, codes.size());
            double sum = 0;
            for (int code = 0; code < probabilities.length; code++) {
                if (probabilities[code] > 0) {
                    sum += probabilities[code];
                    int at = codes.add(code);
                    if (at >= cumulative.length) {
                        cumulative = Arrays.copyOf(cumulative, cumulative.length * 2);
                    }
                    cumulative[at] = (float) sum;
                }
            }
            right.set(node, codes.size());
        }

        ConditionalTree build() {
            return new ConditionalTree(
                    feature.toArray(),
                    Arrays.copyOf(masks, feature.size()),
                    left.toArray(),
                    right.toArray(),
                    codes.toArray(),
                    Arrays.copyOf(cumulative, codes.size()));
        }
    }

    /** A growing list of ints. */
    private static final class IntList {

        private int[] values = new int[16];
        private int size;

        int add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size] = value;
            return size++;
        }

        void set(int at, int value) {
            values[at] = value;
        }

        int size() {
            return size;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
