package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.QualityScores;
import java.util.Locale;
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
        out.append("<table class=\"scores\"><thead><tr><th>Measure</th><th class=\"number\">Score</th><th></th>")
                .append("<th>Wanted</th><th>What it says</th></tr></thead><tbody>");
        row(
                "Overall, all pairs",
                "overallAllPairs",
                scores.overallAllPairs(),
                Wanted.atLeast(0.95),
                "Mean of column shapes and all pair trends.");
        row(
                "Overall, related pairs",
                "overall",
                scores.overall(),
                Wanted.atLeast(0.9),
                "The same with only the pairs that are related in the real data: stricter.");
        row(
                "Column shapes",
                "columnShapes",
                scores.columnShapes(),
                Wanted.atLeast(0.95),
                "How well the distribution of each column is met.");
        row(
                "Pair trends, related pairs",
                "columnPairTrends",
                scores.columnPairTrends(),
                Wanted.atLeast(0.9),
                "How well relations are met where |r| is above 0.5 or Cramér's V above 0.3.");
        row(
                "Pair trends, all pairs",
                "columnPairTrendsAllPairs",
                scores.columnPairTrendsAllPairs(),
                Wanted.atLeast(0.95),
                "The same over every pair, unrelated ones too.");
        row(
                "Tree detector",
                "treeDetectorAuc",
                report.likeness().treeDetectorAuc(),
                Wanted.atMost(0.8),
                "How well boosted trees tell synthetic from real rows: 0.5 is not at all, 1 is always.");
        row(
                "Valid data",
                "dataValidity",
                report.details().diagnostic().dataValidity(),
                Wanted.atLeast(0.99),
                "Share of values within real bounds and known categories; keys unique.");
        row(
                "Valid structure",
                "dataStructure",
                report.details().diagnostic().dataStructure(),
                Wanted.atLeast(1),
                "Share of columns that are there with the same type.");
        row(
                "New rows",
                "newRowSynthesis",
                report.likeness().newRowSynthesis(),
                Wanted.none(),
                "Share of rows that agree with no real row, numbers within 1 %. Low where few columns are measured.");
        row(
                "Correlation kept",
                "correlationPreservation",
                report.laws().correlationPreservation(),
                Wanted.atLeast(0.9),
                "1 less the mean difference of Pearson's r between numeric columns.");
        return out.append("</tbody></table>").toString();
    }

    private void row(String name, String key, @Nullable Double value, Wanted wanted, String meaning) {
        out.append("<tr><th scope=\"row\">").append(Html.text(name)).append("</th><td class=\"number\">");
        out.append(Html.score(value)).append("</td><td>");
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
