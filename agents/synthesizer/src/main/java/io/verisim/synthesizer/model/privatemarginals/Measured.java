package io.verisim.synthesizer.model.privatemarginals;

import java.util.List;

/**
 * All that was measured with noise.
 *
 * @param rows noisy number of rows
 * @param columns columns by themselves
 * @param pairs pairs that were chosen
 * @param counts noisy counts of each pair
 * @param pairNoise standard deviation of the noise in them
 */
record Measured(long rows, List<MeasuredColumn> columns, List<Pair> pairs, List<long[]> counts, double pairNoise) {}
