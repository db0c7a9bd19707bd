package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.quality.Ceiling;
import io.verisim.synthesizer.quality.ColumnScore;
import io.verisim.synthesizer.quality.ColumnTest;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.chart.Charts.Field;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Every field with its score and its two distributions, the weakest first. */
final class FieldTable {

    private FieldTable() {}

    static String of(Charts charts) {
        StringBuilder out = new StringBuilder();
        out.append("<table class=\"fields\"><thead><tr><th>Field</th><th class=\"number\">Score<br>")
                .append("<small>other real rows</small></th>")
                .append("<th class=\"number\">Missing<br><small>real / synthetic</small></th>")
                .append("<th class=\"number\">Test<br><small>statistic, p</small></th>")
                .append("<th>Distribution</th></tr></thead><tbody>");
        IntStream.range(0, charts.fields().size())
                .boxed()
                .sorted(Comparator.comparing(
                        f -> order(charts.report(), charts.fields().get(f))))
                .forEach(f -> row(out, charts.report(), charts.fields().get(f), f));
        return out.append("</tbody></table>").toString();
    }

    private static double order(EvaluationReport report, Field field) {
        ColumnScore score = report.details().columns().get(field.name());
        return score == null || score.score() == null ? 2 : score.score();
    }

    private static void row(StringBuilder out, EvaluationReport report, Field field, int number) {
        ColumnScore score = report.details().columns().get(field.name());
        String kind = field.spec().kind().name().toLowerCase(Locale.ROOT);
        out.append("<tr><th scope=\"row\"><button type=\"button\" class=\"field\" data-field=\"")
                .append(number)
                .append("\">")
                .append(Html.text(field.name()))
                .append("</button>");
        out.append("<br><small>").append(kind).append("</small></th><td class=\"number\">");
        out.append(Html.score(score == null ? null : score.score()));
        out.append("<br><small>").append(score == null ? "" : metric(score)).append(ceiling(report, field));
        out.append("</small></td>");
        out.append("<td class=\"number\">").append(missing(field.missingReal()));
        out.append("<br><span class=\"slash\"> / </span>")
                .append(missing(field.missingSynthetic()))
                .append("</td>");
        out.append("<td class=\"number\">")
                .append(test(report.laws().tests().get(field.name())))
                .append("</td><td>");
        out.append(OverlaySvg.draw(field.name(), field.histogram(), field.masked()))
                .append("</td></tr>");
    }

    private static String ceiling(EvaluationReport report, Field field) {
        Ceiling ceiling = report.details().ceiling();
        Double others = ceiling == null ? null : ceiling.columns().get(field.name());
        return others == null ? "" : ", others " + Html.score(others);
    }

    private static String metric(ColumnScore score) {
        return score.reason() == null ? score.metric().replace("Complement", "") : Html.text(score.reason());
    }

    private static String missing(double share) {
        return Double.isNaN(share) ? "–" : Html.percent(share);
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
