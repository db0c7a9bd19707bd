package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.detector.Utility;
import io.verisim.synthesizer.quality.Ceiling;
import io.verisim.synthesizer.quality.EdgeCases;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.QualityScores;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The headline figures, each with what is wanted and what it means. */
final class ScoreTable {

    private final EvaluationReport report;
    private final StringBuilder out = new StringBuilder();

    private ScoreTable(EvaluationReport report) {
        this.report = report;
    }

    static String of(EvaluationReport report) {
        return new ScoreTable(report).draw();
    }

    private String draw() {
        QualityScores scores = report.scores();
        out.append("<table class=\"scores\"><thead><tr><th>Measure</th><th class=\"number\">Score</th>")
                .append(
                        "<th class=\"number\">Other<br>real rows</th><th></th><th>Wanted</th><th>What it says</th></tr></thead><tbody>");
        row(
                "Overall, all pairs",
                "overallAllPairs",
                new Pair(scores.overallAllPairs(), ceiling(c -> c.scores().overallAllPairs())),
                Wanted.atLeast(0.95),
                "Mean of column shapes and all pair trends.");
        row(
                "Overall, related pairs",
                "overall",
                new Pair(scores.overall(), ceiling(c -> c.scores().overall())),
                Wanted.atLeast(0.9),
                "The same with only the pairs that are related in the real data: stricter.");
        row(
                "Column shapes",
                "columnShapes",
                new Pair(scores.columnShapes(), ceiling(c -> c.scores().columnShapes())),
                Wanted.atLeast(0.95),
                "How well the distribution of each column is met.");
        row(
                "Pair trends, related pairs",
                "columnPairTrends",
                new Pair(scores.columnPairTrends(), ceiling(c -> c.scores().columnPairTrends())),
                Wanted.atLeast(0.9),
                "How well relations are met where |r| is above 0.5 or Cramér's V above 0.3.");
        row(
                "Pair trends, all pairs",
                "columnPairTrendsAllPairs",
                new Pair(
                        scores.columnPairTrendsAllPairs(),
                        ceiling(c -> c.scores().columnPairTrendsAllPairs())),
                Wanted.atLeast(0.95),
                "The same over every pair, unrelated ones too.");
        row(
                "Tree detector",
                "treeDetectorAuc",
                new Pair(report.likeness().treeDetectorAuc(), ceiling(Ceiling::treeDetectorAuc)),
                Wanted.atMost(0.8),
                "How well boosted trees tell synthetic from real rows: 0.5 is not at all, 1 is always.");
        row(
                "Valid data",
                "dataValidity",
                new Pair(report.details().diagnostic().dataValidity(), null),
                Wanted.atLeast(0.99),
                "Share of values within real bounds and known categories; keys unique.");
        row(
                "Valid structure",
                "dataStructure",
                new Pair(report.details().diagnostic().dataStructure(), null),
                Wanted.atLeast(1),
                "Share of columns that are there with the same type.");
        row(
                "New rows",
                "newRowSynthesis",
                new Pair(report.likeness().newRowSynthesis(), null),
                Wanted.none(),
                "Share of rows that agree with no real row, numbers within 1 %. Low where few columns are measured.");
        row(
                "Correlation kept",
                "correlationPreservation",
                new Pair(report.laws().correlationPreservation(), ceiling(Ceiling::correlationPreservation)),
                Wanted.atLeast(0.9),
                "1 less the mean difference of Pearson's r between numeric columns.");
        edges();
        utility();
        return out.append("</tbody></table>").toString();
    }

    private void edges() {
        EdgeCases edges = report.laws().edgeCases();
        row(
                "Edge cases",
                "edgeCases",
                new Pair(edges.match(), null),
                Wanted.none(),
                edges.cases().isEmpty()
                        ? "Neither table has an edge case."
                        : "How well the shares of " + edges.cases().size()
                                + " edge cases are met: outliers, limits, gaps, rare and overlong values.");
    }

    private void utility() {
        Utility utility = report.likeness().utility();
        if (utility != null && utility.synthetic() != null) {
            row(
                    "Use for learning",
                    "utility",
                    new Pair(utility.synthetic(), utility.real()),
                    Wanted.none(),
                    "Area under the curve of trees that learnt " + Html.text(String.valueOf(utility.target()))
                            + " from synthetic rows, on held-out rows; other real rows: from training rows. "
                            + "Training rows drawn with replacement teach " + Html.score(utility.bootstrap()) + ".");
        }
    }

    private @Nullable Double ceiling(Function<Ceiling, @Nullable Double> score) {
        Ceiling ceiling = report.details().ceiling();
        return ceiling == null ? null : score.apply(ceiling);
    }

    /** A score of the twin and of other real rows. */
    private record Pair(@Nullable Double twin, @Nullable Double others) {}

    private void row(String name, String key, Pair pair, Wanted wanted, String meaning) {
        Double value = pair.twin();
        out.append("<tr><th scope=\"row\">").append(Html.text(name)).append("</th><td class=\"number\">");
        out.append(Html.score(value)).append("</td><td class=\"number others\">");
        out.append(Html.score(pair.others())).append("</td><td>");
        if (value != null) {
            out.append("<span class=\"meter\"><i style=\"width:")
                    .append(String.format(Locale.ROOT, "%.1f%%", Math.max(0, Math.min(1, value)) * 100))
                    .append("\"></i></span>");
        }
        out.append("</td><td class=\"wanted\">").append(wanted.mark(value)).append("</td><td>");
        String reason = report.remarks().reasons().get(key);
        out.append(meaning);
        if (value == null && reason != null) {
            out.append(" <em>Undefined: ").append(Html.text(reason)).append(".</em>");
        }
        out.append("</td></tr>");
    }

    /** A limit a figure should keep to. */
    private record Wanted(double limit, int direction) {

        static Wanted atLeast(double limit) {
            return new Wanted(limit, 1);
        }

        static Wanted atMost(double limit) {
            return new Wanted(limit, -1);
        }

        static Wanted none() {
            return new Wanted(0, 0);
        }

        String mark(@Nullable Double value) {
            if (direction == 0) {
                return "";
            }
            String text = (direction > 0 ? "≥ " : "≤ ") + String.format(Locale.ROOT, "%.2f", limit);
            if (value == null) {
                return text;
            }
            boolean met = direction > 0 ? value >= limit : value <= limit;
            return "<span class=\"" + (met ? "met" : "unmet") + "\">" + (met ? "✓" : "!") + "</span> " + text;
        }
    }
}
