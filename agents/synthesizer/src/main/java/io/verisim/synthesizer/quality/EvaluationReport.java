package io.verisim.synthesizer.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.verisim.synthesizer.detector.DetectorResult;
import io.verisim.synthesizer.detector.Utility;
import io.verisim.synthesizer.privacy.PrivacyReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured; as JSON the parts lie flat in one document, the contract of {@code evaluate --json}.
 * Undefined numbers are null, with the reason beside them or in {@code reasons}.
 *
 * @param scores the headline figures
 * @param details scores of columns and pairs
 * @param likeness how far synthetic rows can be told from real ones, and copy them
 * @param laws tests and distances of columns
 * @param columnsUsed the columns that were measured
 * @param remarks what a reader should know
 */
public record EvaluationReport(
        @JsonUnwrapped QualityScores scores,
        @JsonUnwrapped Details details,
        @JsonUnwrapped Likeness likeness,
        @JsonUnwrapped Laws laws,
        List<String> columnsUsed,
        @JsonUnwrapped Remarks remarks) {

    public EvaluationReport {
        columnsUsed = List.copyOf(columnsUsed);
    }

    /**
     * Scores of columns and pairs.
     *
     * @param columns shape of every column
     * @param pairs trend of every pair
     * @param extraColumns measures that enter no overall score, by column and name
     * @param diagnostic formal validity
     * @param ceiling what other real rows would score; null where it was not asked for, or cannot be said
     */
    public record Details(
            Map<String, ColumnScore> columns,
            List<PairScore> pairs,

            @JsonInclude(content = JsonInclude.Include.ALWAYS)
            Map<String, Map<String, @Nullable Double>> extraColumns,

            Diagnostic diagnostic,
            @Nullable Ceiling ceiling) {}

    /**
     * How far synthetic rows can be told from real ones, and copy them.
     *
     * @param newRowSynthesis share of synthetic rows that match no real row
     * @param treeDetectorAuc 0.5 where real and synthetic cannot be told apart; null where undefined or switched off
     * @param detector details of the detector; null where it did not run
     * @param utility what the rows are worth to somebody who learns from them; null where it was not asked for
     * @param dcr distances to the closest record; null without a holdout
     * @param privacy what the twin tells of the rows it was made from, and whether it may be handed on
     */
    public record Likeness(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double newRowSynthesis,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double treeDetectorAuc,

            @Nullable DetectorResult detector,
            @Nullable Utility utility,
            @Nullable DcrReport dcr,
            PrivacyReport privacy) {}

    /**
     * Tests and distances of columns.
     *
     * @param tests KS or chi-squared of every column
     * @param wasserstein of every numeric and datetime column
     * @param correlationPreservation 1 − mean |r_real − r_syn| over the pairs of numeric columns; null where there is none
     * @param edgeCases how often the edge cases of the real data occur
     */
    public record Laws(
            Map<String, ColumnTest> tests,
            Map<String, WassersteinScore> wasserstein,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double correlationPreservation,

            EdgeCases edgeCases) {}

    /**
     * What a reader should know.
     *
     * @param columnsLeftOut real columns that were not measured
     * @param unreadable real values that count as missing since they are none of their column's kind, by column
     * @param reasons why a figure of the document is null, by its name
     */
    public record Remarks(List<String> columnsLeftOut, Map<String, Integer> unreadable, Map<String, String> reasons) {}
}
