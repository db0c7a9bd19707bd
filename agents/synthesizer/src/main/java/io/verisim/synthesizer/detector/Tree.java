package io.verisim.synthesizer.detector;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A binary tree in arrays; node 0 is the root. A leaf has feature −1 and its contribution in {@code value}.
 *
 * @param feature column that is asked, by node
 * @param bin last bin that goes left, by node
 * @param left left child by node; the right one follows where {@code right} says
 * @param right right child by node
 * @param value contribution of a leaf
 */
record Tree(int[] feature, int[] bin, int[] left, int[] right, double[] value) {

    double score(BinnedFeatures features, int row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = features.bin(feature[node], row) <= bin[node] ? left[node] : right[node];
        }
        return value[node];
    }

    void write(DataOutput out) throws IOException {
        Codec.writeInts(out, feature);
        Codec.writeInts(out, bin);
        Codec.writeInts(out, left);
        Codec.writeInts(out, right);
        Codec.writeDoubles(out, value);
    }

    static Tree read(DataInput in) throws IOException {
        return new Tree(
                Codec.readInts(in), Codec.readInts(in), Codec.readInts(in), Codec.readInts(in), Codec.readDoubles(in));
    }
}
