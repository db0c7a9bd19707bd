package io.verisim.bench.synthesis;

/**
 * One model on one pair of halves.
 *
 * @param likeness quality of the twin S against the training half, and the tree detector of S against the held-out half
 * @param closeness to training rows
 * @param use for learning
 * @param fitSeconds wall clock of learning, leakage guard included
 * @param rowsASecond made as text and checked by the leakage guard
 */
record Trial(Likeness likeness, Closeness closeness, Use use, double fitSeconds, double rowsASecond) {

    /**
     * How close a twin comes to the rows it was made from.
     *
     * @param share of rows of S that are closer to the training half than to the held-out one, ties counting half
     * @param copies rows of S that equal a training row in all measured columns
     * @param copiesHeldOut the same of held-out rows
     * @param near rows of S that come very near to a training row
     * @param nearHeldOut the same of held-out rows
     * @param passed whether the privacy gate lets the twin pass
     */
    record Closeness(double share, int copies, int copiesHeldOut, int near, int nearHeldOut, boolean passed) {}

    /**
     * What a twin is worth to who learns from it.
     *
     * @param gap area under the curve of trees that learnt from training rows, less that of trees that learnt from S
     * @param bootstrapGap the same of training rows drawn with replacement in the place of S
     */
    record Use(double gap, double bootstrapGap) {}
}
