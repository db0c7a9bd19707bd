package io.verisim.synthesizer.model.mixture;

/**
 * How the model is fitted.
 *
 * @param classes number of hidden classes, 1 to {@link Coding#MAX_GROUPS}
 * @param rounds rounds of expectation maximisation
 * @param trees how trees grow
 * @param criticTrees most trees of the critic; 0 for none
 * @param threads threads to use; the result is the same for any number
 */
record MixtureSettings(int classes, int rounds, TreeSettings trees, int criticTrees, int threads) {}
