package io.verisim.synthesizer.detector;

/**
 * How boosted trees are grown.
 *
 * @param trees number of trees
 * @param depth most splits between root and leaf
 * @param learningRate factor on every leaf
 * @param minimumLeaf fewest training rows of a leaf
 */
public record BoostingOptions(int trees, int depth, double learningRate, int minimumLeaf) {

    public BoostingOptions {
        if (trees < 1 || depth < 1 || !(learningRate > 0) || minimumLeaf < 1) {
            throw new IllegalArgumentException("Boosting needs trees, depth, rate and leaf size above 0");
        }
    }

    /** 100 trees of depth 6 at rate 0.1 with at least 20 rows a leaf, as the detector is defined. */
    public static BoostingOptions defaults() {
        return new BoostingOptions(100, 6, 0.1, 20);
    }

    public BoostingOptions withTrees(int number) {
        return new BoostingOptions(number, depth, learningRate, minimumLeaf);
    }
}
