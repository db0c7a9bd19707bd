package io.verisim.bench.synthesis;

/**
 * One model on one pair of halves.
 *
 * @param likeness quality of the twin S against the training half, and the tree detector of S against the held-out half
 * @param closer share of rows of S that are closer to the training half than to the held-out one, ties counting half
 * @param copies rows of S that equal a training row in all measured columns
 * @param copiesHeldOut the same of held-out rows
 * @param fitSeconds wall clock of learning, leakage guard included
 * @param rowsASecond made as text and checked by the leakage guard
 */
record Trial(Ceiling likeness, double closer, int copies, int copiesHeldOut, double fitSeconds, double rowsASecond) {}
