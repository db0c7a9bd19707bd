package io.verisim.synthesizer.privacy;

/**
 * Rows that copy a training row, beside what other real rows would show.
 *
 * @param exact synthetic rows equal to a training row in all columns
 * @param exactHoldout holdout rows equal to a training row
 * @param near synthetic rows closer to a training row than {@code threshold}
 * @param nearHoldout holdout rows closer to a training row than that
 * @param threshold the 1 % quantile of the distances from holdout to training rows
 */
public record CopyCounts(int exact, int exactHoldout, int near, int nearHoldout, double threshold) {}
