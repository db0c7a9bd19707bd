package io.verisim.synthesizer.privacy;

/**
 * Measures on the distance to the closest record; NaN where undefined.
 *
 * @param overfittingProtection DCROverfittingProtection, 1 is best
 * @param closerToTrainingShare share of synthetic rows closer to training than to an equally large holdout; one half
 *     where nothing was learnt by heart
 * @param baselineProtection DCRBaselineProtection against random rows; not "the higher the better"
 * @param copies exact and near copies
 * @param sampled whether a table was too large to be compared whole
 */
public record DcrScores(
        double overfittingProtection,
        double closerToTrainingShare,
        double baselineProtection,
        CopyCounts copies,
        boolean sampled) {}
