package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.detector.DetectorResult;
import io.verisim.synthesizer.detector.Utility;
import io.verisim.synthesizer.quality.EvaluationOptions.Part;
import io.verisim.synthesizer.quality.EvaluationReport.Laws;
import io.verisim.synthesizer.quality.EvaluationReport.Likeness;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says why headline figures are undefined. */
final class Reasons {

    private final Map<String, String> reasons = new LinkedHashMap<>();

    private Reasons() {}

    static Map<String, String> of(
            QualityScores scores, @Nullable Ceiling ceiling, Likeness likeness, Laws laws, EvaluationOptions options) {
        Reasons reasons = new Reasons();
        reasons.put("overall", scores.overall(), "no column has a score");
        reasons.put("columnShapes", scores.columnShapes(), "no column has a score");
        reasons.put(
                "columnPairTrends", scores.columnPairTrends(), "no pair of real columns is related enough to count");
        reasons.put("overallAllPairs", scores.overallAllPairs(), "no column has a score");
        reasons.put("columnPairTrendsAllPairs", scores.columnPairTrendsAllPairs(), "no pair of columns has a score");
        reasons.put("newRowSynthesis", likeness.newRowSynthesis(), "no row or no column to compare");
        DetectorResult detector = likeness.detector();
        String whyNot =
                !options.wants(Part.DETECTOR) || detector == null ? "the detector was switched off" : detector.reason();
        reasons.put("treeDetectorAuc", likeness.treeDetectorAuc(), whyNot == null ? "undefined" : whyNot);
        reasons.put(
                "correlationPreservation",
                laws.correlationPreservation(),
                "fewer than two numeric columns with a correlation");
        if (ceiling == null) {
            reasons.reasons.put(
                    "ceiling",
                    options.wants(Part.CEILING)
                            ? "fewer than 20 real rows, or no synthetic one"
                            : "it was switched off");
        }
        Utility utility = likeness.utility();
        if (utility == null || utility.reason() != null) {
            String why = utility == null ? "it was switched off" : utility.reason();
            reasons.reasons.put("utility", why == null ? "undefined" : why);
        }
        return reasons.reasons;
    }

    private void put(String name, @Nullable Double value, String reason) {
        if (value == null) {
            reasons.put(name, reason);
        }
    }
}
