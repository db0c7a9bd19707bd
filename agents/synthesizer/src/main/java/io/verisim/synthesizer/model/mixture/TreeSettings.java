package io.verisim.synthesizer.model.mixture;

/**
 * How trees grow.
 *
 * @param leastRows least rows of a leaf
 * @param chance a split must be worth this many times what one row is on average
 * @param levelPrior rows that the parent counts for in the distribution of a category column, for each different code
 * @param numberPrior the same for a column of numbers
 */
record TreeSettings(int leastRows, double chance, double levelPrior, double numberPrior) {}
