package io.verisim.synthesizer.quality;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.detector.DetectorResult;
import io.verisim.synthesizer.detector.TreeDetector;
import io.verisim.synthesizer.detector.Utility;
import io.verisim.synthesizer.detector.UtilityMeasure;
import io.verisim.synthesizer.privacy.ClosestRecords;
import io.verisim.synthesizer.privacy.NewRows;
import io.verisim.synthesizer.privacy.PrivacyMeasures;
import io.verisim.synthesizer.quality.EvaluationOptions.Part;
import io.verisim.synthesizer.quality.EvaluationReport.Details;
import io.verisim.synthesizer.quality.EvaluationReport.Laws;
import io.verisim.synthesizer.quality.EvaluationReport.Likeness;
import io.verisim.synthesizer.quality.EvaluationReport.Remarks;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Measures a synthetic table against the real one, exactly, as SDMetrics 0.29 defines its quality and diagnostic reports,
 * with the thresholds of pair trends of that version and with all pairs.
 */
public final class Evaluation {

    private Evaluation() {}

    /**
     * Measures everything.
     *
     * @throws VerisimException DATA where the tables share no column
     */
    public static EvaluationReport evaluate(EvaluationInput input, EvaluationOptions options) {
        requireCommonColumn(input.real(), input.synthetic());
        AlignedTable table =
                AlignedTable.of(input.metadata().kinds(), options.threads(), input.real(), input.synthetic());
        TextTable holdout = input.holdout();
        AlignedTable all = holdout == null
                ? table
                : AlignedTable.of(
                        input.metadata().kinds(), options.threads(), input.real(), input.synthetic(), holdout);
        Quality quality = Quality.of(table, options.threads());
        QualityScores scores = quality.scores();
        Ceiling ceiling = ceiling(all, quality, options);
        Likeness likeness = likeness(input, table, all, options);
        Laws laws = new Laws(
                ColumnFigures.each(quality.columns(), ColumnFigures::test),
                ColumnFigures.each(quality.columns(), ColumnFigures::distance),
                quality.correlationPreservation(),
                EdgeCases.of(quality.columns().stream().map(ColumnFigures::edges)));
        return new EvaluationReport(
                scores,
                new Details(
                        ColumnFigures.each(quality.columns(), ColumnFigures::shape),
                        quality.pairs(),
                        ColumnFigures.each(quality.columns(), ColumnFigures::extras),
                        Diagnosis.of(input, table, options.threads()),
                        ceiling),
                likeness,
                laws,
                table.columnNames(),
                remarks(input, table, Reasons.of(scores, ceiling, likeness, laws, options)));
    }

    private static @Nullable Ceiling ceiling(AlignedTable all, Quality twin, EvaluationOptions options) {
        if (!options.wants(Part.CEILING)) {
            return null;
        }
        if (!all.has(Side.HOLDOUT) || all.rows(Side.HOLDOUT) == 0) {
            return CeilingEstimate.of(all, twin.pairs(), options);
        }
        AlignedTable others = all.withHoldoutAsSynthetic();
        Quality quality = Quality.of(others, options.threads());
        Double detector = options.wants(Part.DETECTOR)
                ? TreeDetector.detect(others, options.seed(), options.threads()).treeDetectorAuc()
                : null;
        Map<String, Double> columns =
                ColumnFigures.each(quality.columns(), column -> column.shape().score());
        return new Ceiling(
                Ceiling.HOLDOUT,
                others.rows(Side.SYNTHETIC),
                quality.scores(),
                quality.correlationPreservation(),
                detector,
                columns);
    }

    private static void requireCommonColumn(TextTable real, TextTable synthetic) {
        if (real.columns().stream().noneMatch(c -> synthetic.column(c.name()).isPresent())) {
            throw VerisimException.data(
                    "NO_COMMON_COLUMN",
                    "Tables '" + real.name() + "' and '" + synthetic.name() + "' have no column in common.",
                    "Compare a synthetic table with the real table it was made from.",
                    Map.of("real", real.name(), "synthetic", synthetic.name()));
        }
    }

    private static Likeness likeness(
            EvaluationInput input, AlignedTable table, AlignedTable all, EvaluationOptions options) {
        DetectorResult detector =
                options.wants(Part.DETECTOR) ? TreeDetector.detect(table, options.seed(), options.threads()) : null;
        Utility utility = options.wants(Part.UTILITY)
                ? UtilityMeasure.measure(
                        all, options.target(), input.metadata().target(), options.seed(), options.threads())
                : null;
        return new Likeness(
                Defined.of(NewRows.score(table, options.threads())),
                detector == null ? null : detector.treeDetectorAuc(),
                detector,
                utility,
                dcr(all, options),
                PrivacyMeasures.measure(all, options.privacy()));
    }

    private static @Nullable DcrReport dcr(AlignedTable table, EvaluationOptions options) {
        return !table.has(Side.HOLDOUT) || table.columns().isEmpty()
                ? null
                : DcrReport.of(ClosestRecords.measure(table, options.seed(), options.threads()));
    }

    private static Remarks remarks(EvaluationInput input, AlignedTable table, Map<String, String> reasons) {
        List<String> used = table.columnNames();
        List<String> leftOut = input.real().columns().stream()
                .map(TextColumn::name)
                .filter(name -> !used.contains(name))
                .toList();
        return new Remarks(leftOut, table.unreadable(), reasons);
    }
}
