package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.privacy.PrivacyReport;
import io.verisim.synthesizer.quality.Ceiling;
import io.verisim.synthesizer.quality.DcrReport;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.PairScore;
import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.chart.Relations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The quality report as one HTML page that loads nothing: verdict, scores, fields with their distributions, charts to look
 * closer with, weakest pairs, heat maps, privacy. Values of columns that are sensitive, and of those that are not measured,
 * do not appear in it, nor does any single row of the others.
 */
public final class QualityHtml {

    private static final int WEAKEST = 12;

    private final Charts charts;
    private final EvaluationReport report;
    private final StringBuilder out = new StringBuilder(1 << 16);

    private QualityHtml(Charts charts) {
        this.charts = charts;
        this.report = charts.report();
    }

    /** Writes the page, over a file of that name. */
    public static void write(Charts charts, Path file) throws IOException {
        Files.writeString(file, new QualityHtml(charts).page());
    }

    private String page() throws IOException {
        String name = Html.text(charts.table());
        PageScript script = PageScript.load();
        out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(script.policy())
                .append("\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>Quality of the twin of ")
                .append(name)
                .append("</title><style>")
                .append(PageScript.resource("quality.css"))
                .append("</style></head><body><main>");
        head(name);
        section("Scores", scoresNote(), ScoreTable.of(report));
        section("Fields", legend(), FieldTable.of(charts));
        section("A field up close", "", explorer());
        section("Weakest pairs", pairsNote(), pairs());
        section("Relations between columns", mapsNote(), maps());
        PrivacyReport privacy = report.likeness().privacy();
        section("Privacy", PrivacySection.verdict(privacy), PrivacySection.of(privacy));
        DcrReport dcr = report.likeness().dcr();
        if (dcr != null) {
            section("Distance to real rows", Verdict.privacy(dcr), "");
        }
        section("How to read this page", "", remarks());
        return out.append("</main>\n")
                .append(script.elements(charts))
                .append("</body></html>\n")
                .toString();
    }

    private String scoresNote() {
        Ceiling ceiling = report.details().ceiling();
        if (ceiling == null) {
            return "What other real rows would score is not known here.";
        }
        return String.format(
                Locale.ROOT,
                ceiling.source().equals("holdout")
                        ? "Other real rows: %,d rows that the twin was not made from, measured in its place."
                        : "Other real rows: what %,d further real rows would score, estimated from how halves and "
                                + "quarters of the real table score against each other.",
                ceiling.rows());
    }

    private static String explorer() {
        return "<div id=\"explore\" class=\"scripts\"><label>Field <select id=\"field\"></select></label>"
                + "<div class=\"charts\"><div id=\"histogram\"></div><div id=\"cumulative\"></div>"
                + "<div><div id=\"quantiles\"></div><p id=\"no-quantiles\" class=\"note\"></p></div></div></div>"
                + "<p class=\"unscripted note\">The charts need scripts, which are switched off.</p>";
    }

    private static String maps() {
        return "<div class=\"charts maps\"><div id=\"map-real\"></div><div id=\"map-synthetic\"></div>"
                + "<div id=\"map-difference\"></div><div id=\"map-scores\"></div></div>";
    }

    private void head(String name) {
        Verdict verdict = new Verdict(report);
        out.append("<header><p class=\"eyebrow\">Quality of the synthetic twin of <b>")
                .append(name)
                .append("</b></p><h1>");
        out.append(verdict.headline()).append("</h1><p class=\"lead\">").append(verdict.advice());
        out.append("</p><p class=\"facts\">")
                .append(String.format(
                        Locale.ROOT,
                        "%,d real rows · %,d synthetic rows · %d of %d columns measured",
                        charts.size().real(),
                        charts.size().synthetic(),
                        charts.fields().size(),
                        charts.size().columns()))
                .append("</p></header>");
    }

    private void section(String title, String note, String body) {
        out.append("<section><h2>").append(title).append("</h2>");
        if (!note.isEmpty()) {
            out.append("<p class=\"note\">").append(note).append("</p>");
        }
        out.append("<div class=\"wide\">").append(body).append("</div></section>");
    }

    private static String legend() {
        return "The weakest first; press a name for its charts. <span class=\"key real\"></span> real values, <span class=\"key synthetic\"></span> "
                + "synthetic ones; the outer half per cents are in the outer bars, and bars of fewer than 5 real rows are shown without any. "
                + "A small p says that a difference is no accident, not that it is large.";
    }

    private static String pairsNote() {
        return "Those related in the real data and reproduced least.";
    }

    private static String mapsNote() {
        return "Pearson's r between numbers, Cramér's V elsewhere. <span class=\"key positive\"></span> positive, "
                + "<span class=\"key negative\"></span> negative; the stronger the colour, the stronger the relation. "
                + "Columns are in table order, at most the first " + Relations.MOST_COLUMNS
                + ". Point at a cell for its names and value; press it for the field of its row.";
    }

    private String pairs() {
        List<PairScore> weakest = report.details().pairs().stream()
                .filter(pair -> pair.counted() && pair.score() != null)
                .sorted(Comparator.comparing(pair -> Objects.requireNonNull(pair.score())))
                .limit(WEAKEST)
                .toList();
        if (weakest.isEmpty()) {
            return "<p>No pair of columns is related strongly enough in the real data to count.</p>";
        }
        StringBuilder rows = new StringBuilder("<table class=\"pairs\"><thead><tr><th>Columns</th>")
                .append(
                        "<th class=\"number\">Score</th><th class=\"number\">Strength in the real data</th></tr></thead>")
                .append("<tbody>");
        for (PairScore pair : weakest) {
            String measure = pair.metric().startsWith("Correlation") ? "r = " : "V = ";
            rows.append("<tr><th scope=\"row\">")
                    .append(Html.text(pair.columns().getFirst()))
                    .append(" × ")
                    .append(Html.text(pair.columns().getLast()))
                    .append("</th><td class=\"number\">")
                    .append(Html.score(pair.score()))
                    .append("</td><td class=\"number\">")
                    .append(measure)
                    .append(Html.score(pair.realStrength()))
                    .append("</td></tr>");
        }
        return rows.append("</tbody></table>").toString();
    }

    private String remarks() {
        StringBuilder text = new StringBuilder("<ul>");
        text.append(
                        "<li>Scores run from 0 to 1 and follow the definitions of SDMetrics 0.29; figures of older versions ")
                .append("correspond to “all pairs”. Columns made anew, such as names and keys, are not measured.</li>");
        List<String> leftOut = report.remarks().columnsLeftOut();
        if (!leftOut.isEmpty()) {
            text.append("<li>Not measured: ")
                    .append(String.join(", ", leftOut.stream().map(Html::text).toList()))
                    .append(".</li>");
        }
        report.remarks()
                .unreadable()
                .forEach((column, count) -> text.append("<li>")
                        .append(Html.text(column))
                        .append(": ")
                        .append(count)
                        .append(" real values are none of the column's kind and count as missing.</li>"));
        text.append("<li>Other real rows score below 1 too: read a score beside theirs.</li>");
        return text.append("</ul>").toString();
    }
}
