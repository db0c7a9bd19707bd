package io.verisim.synthesizer.quality;

import io.verisim.model.error.VerisimException;
import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.detector.DetectorResult;
import io.verisim.synthesizer.detector.TreeDetector;
import io.verisim.synthesizer.privacy.ClosestRecords;
import io.verisim.synthesizer.privacy.NewRows;
import io.verisim.synthesizer.privacy.PrivacyMeasures;
import io.verisim.synthesizer.quality.EvaluationReport.Details;
import io.verisim.synthesizer.quality.EvaluationReport.Laws;
import io.verisim.synthesizer.quality.EvaluationReport.Likeness;
import io.verisim.synthesizer.quality.EvaluationReport.Remarks;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        AlignedTable table = AlignedTable.of(input.metadata().kinds(), input.real(), input.synthetic());
        Map<String, ColumnScore> columns = ColumnShapes.of(table);
        List<PairScore> pairs = PairTrends.of(table, options.threads());
        QualityScores scores = scores(columns, pairs);
        Likeness likeness = likeness(input, table, options);
        Laws laws = laws(table, pairs);
        return new EvaluationReport(
                scores,
                new Details(columns, pairs, ExtraColumns.of(table), Diagnosis.of(input, table)),
                likeness,
                laws,
                table.columnNames(),
                remarks(input, table, Reasons.of(scores, likeness, laws, options)));
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

    private static QualityScores scores(Map<String, ColumnScore> columns, List<PairScore> pairs) {
        Double shapes = Defined.mean(columns.values().stream().map(ColumnScore::score));
        Double counted = Defined.mean(pairs.stream().filter(PairScore::counted).map(PairScore::score));
        Double all = Defined.mean(pairs.stream().map(PairScore::score));
        return new QualityScores(
                Defined.mean(Stream.of(shapes, counted)), shapes, counted, Defined.mean(Stream.of(shapes, all)), all);
    }

    private static Likeness likeness(EvaluationInput input, AlignedTable table, EvaluationOptions options) {
        DetectorResult detector =
                options.detector() ? TreeDetector.detect(table, options.seed(), options.threads()) : null;
        TextTable holdout = input.holdout();
        AlignedTable all = holdout == null
                ? table
                : AlignedTable.of(input.metadata().kinds(), input.real(), input.synthetic(), holdout);
        return new Likeness(
                Defined.of(NewRows.score(table)),
                detector == null ? null : detector.treeDetectorAuc(),
                detector,
                dcr(all, options),
                PrivacyMeasures.measure(all, options.privacy()));
    }

    private static @Nullable DcrReport dcr(AlignedTable table, EvaluationOptions options) {
        return !table.has(Side.HOLDOUT) || table.columns().isEmpty()
                ? null
                : DcrReport.of(ClosestRecords.measure(table, options.seed(), options.threads()));
    }

    private static Laws laws(AlignedTable table, List<PairScore> pairs) {
        Map<String, ColumnTest> tests = new LinkedHashMap<>();
        Map<String, WassersteinScore> distances = new LinkedHashMap<>();
        for (AlignedColumn column : table.columns()) {
            Interruption.check();
            tests.put(column.name(), ColumnTest.of(column));
            if (column instanceof NumberColumn numbers) {
                distances.put(column.name(), WassersteinScore.of(numbers));
            }
        }
        Double difference = Defined.mean(pairs.stream().map(Evaluation::correlationDifference));
        return new Laws(tests, distances, difference == null ? null : 1 - difference);
    }

    private static @Nullable Double correlationDifference(PairScore pair) {
        Double real = pair.realStrength();
        Double synthetic = pair.syntheticStrength();
        return real == null || synthetic == null ? null : Double.valueOf(Math.abs(real - synthetic));
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
