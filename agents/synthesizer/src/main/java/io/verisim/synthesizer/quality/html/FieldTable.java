package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.quality.ColumnScore;
import io.verisim.synthesizer.quality.ColumnTest;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every field with its score and its two distributions, the weakest first. */
final class FieldTable {

    private FieldTable() {}

    static String of(EvaluationReport report, AlignedTable table, Set<String> sensitive) {
        StringBuilder out = new StringBuilder();
        out.append("<table class=\"fields\"><thead><tr><th>Field</th><th class=\"number\">Score</th>")
                .append("<th class=\"number\">Missing<br><small>real / synthetic</small></th>")
                .append("<th class=\"number\">Test<br><small>statistic, p</small></th>")
                .append("<th>Distribution</th></tr></thead><tbody>");
        List<AlignedColumn> columns = table.columns().stream()
                .sorted(Comparator.comparing(column -> order(report, column)))
                .toList();
        columns.forEach(column -> row(out, report, column, sensitive.contains(column.name())));
        return out.append("</tbody></table>").toString();
    }

    private static double order(EvaluationReport report, AlignedColumn column) {
        ColumnScore score = report.details().columns().get(column.name());
        return score == null || score.score() == null ? 2 : score.score();
    }

    private static void row(StringBuilder out, EvaluationReport report, AlignedColumn column, boolean masked) {
        ColumnScore score = report.details().columns().get(column.name());
        String kind = column.spec().kind().name().toLowerCase(Locale.ROOT);
        out.append("<tr><th scope=\"row\">").append(Html.text(column.name()));
        out.append("<br><small>").append(kind).append("</small></th><td class=\"number\">");
        out.append(Html.score(score == null ? null : score.score()));
        out.append("<br><small>").append(score == null ? "" : metric(score)).append("</small></td>");
        out.append("<td class=\"number\">").append(missing(column, Side.REAL));
        out.append("<br><span class=\"slash\"> / </span>")
                .append(missing(column, Side.SYNTHETIC))
                .append("</td>");
        out.append("<td class=\"number\">")
                .append(test(report.laws().tests().get(column.name())))
                .append("</td><td>");
        out.append(OverlaySvg.draw(column.name(), Overlay.of(column), masked)).append("</td></tr>");
    }

    private static String metric(ColumnScore score) {
        return score.reason() == null ? score.metric().replace("Complement", "") : Html.text(score.reason());
    }

    private static String missing(AlignedColumn column, Side side) {
        return column.rows(side) == 0 ? "–" : Html.percent((double) column.missing(side) / column.rows(side));
    }

    private static String test(@Nullable ColumnTest test) {
        if (test == null) {
            return "–";
        }
        ColumnTest.TestResult result = test.ks() != null ? test.ks() : test.chiSquared();
        if (result == null || result.statistic() == null) {
            return "–";
        }
        String statistic = test.ks() != null
                ? "D = " + Html.score(result.statistic())
                : String.format(Locale.ROOT, "χ² = %.1f", result.statistic());
        return statistic + "<br><small>p " + (result.p() != null && result.p() < 0.001 ? "" : "= ")
                + Html.probability(result.p()) + "</small>";
    }
}
