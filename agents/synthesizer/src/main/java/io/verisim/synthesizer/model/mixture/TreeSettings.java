package io.verisim.synthesizer.model.mixture;

/**
 * How trees grow.
 *
 * @param leastRows least rows of a leaf
 * @param chance a split must be worth this many times what one row is on average
 */
record TreeSettings(int leastRows, double chance) {}
