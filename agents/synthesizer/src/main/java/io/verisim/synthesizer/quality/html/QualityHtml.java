package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.model.TrainingCurve;
import io.verisim.synthesizer.privacy.PrivacyReport;
import io.verisim.synthesizer.quality.DcrReport;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.PairScore;
import io.verisim.synthesizer.quality.data.AlignedTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The quality report as one HTML page without script or outside resource: verdict, scores, fields with their
 * distributions, weakest pairs, heat maps, privacy. Values of columns that are sensitive, and of those that are not
 * measured, do not appear in it.
 */
public final class QualityHtml {

    private static final int WEAKEST = 12;

    private final EvaluationReport report;
    private final EvaluationInput input;
    private final @Nullable TrainingCurve curve;
    private final StringBuilder out = new StringBuilder(1 << 16);

    private QualityHtml(EvaluationReport report, EvaluationInput input, @Nullable TrainingCurve curve) {
        this.report = report;
        this.input = input;
        this.curve = curve;
    }

    /**
     * Writes the page, over a file of that name.
     *
     * @param input what the report was made from
     */
    public static void write(EvaluationReport report, EvaluationInput input, Path file) throws IOException {
        write(report, input, null, file);
    }

    /** The same, with how the model was trained where that is known. */
    public static void write(EvaluationReport report, EvaluationInput input, @Nullable TrainingCurve curve, Path file)
            throws IOException {
        Files.writeString(file, new QualityHtml(report, input, curve).page());
    }

    private String page() throws IOException {
        AlignedTable table = AlignedTable.of(input.metadata().kinds(), input.real(), input.synthetic());
        String name = Html.text(input.real().name());
        out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>Quality of the twin of ")
                .append(name)
                .append("</title><style>")
                .append(style())
                .append("</style></head><body><main>");
        head(name, table);
        section("Scores", "", ScoreTable.of(report));
        section("Fields", legend(), FieldTable.of(report, table, input.sensitive()));
        section("Weakest pairs", pairsNote(), pairs());
        section("Relations between columns", mapsNote(), HeatMaps.of(table, 1).draw());
        PrivacyReport privacy = report.likeness().privacy();
        section("Privacy", PrivacySection.verdict(privacy), PrivacySection.of(privacy));
        DcrReport dcr = report.likeness().dcr();
        if (dcr != null) {
            section("Distance to real rows", Verdict.privacy(dcr), "");
        }
        if (curve != null) {
            section("Training", TrainingSection.note(curve), TrainingSection.of(curve));
        }
        section("How to read this page", "", remarks());
        return out.append("</main></body></html>\n").toString();
    }

    private void head(String name, AlignedTable table) {
        Verdict verdict = new Verdict(report);
        out.append("<header><p class=\"eyebrow\">Quality of the synthetic twin of <b>")
                .append(name)
                .append("</b></p><h1>");
        out.append(verdict.headline()).append("</h1><p class=\"lead\">").append(verdict.advice());
        out.append("</p><p class=\"facts\">")
                .append(String.format(
                        Locale.ROOT,
                        "%,d real rows · %,d synthetic rows · %d of %d columns measured",
                        input.real().rows(),
                        input.synthetic().rows(),
                        table.columns().size(),
                        input.real().columns().size()))
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
        return "The weakest first. <span class=\"key real\"></span> real values, <span class=\"key synthetic\"></span> "
                + "synthetic ones; the outer half per cents are in the outer bars. Point at a bar for its figures. "
                + "A small p says that a difference is no accident, not that it is large.";
    }

    private static String pairsNote() {
        return "Those related in the real data and reproduced least.";
    }

    private static String mapsNote() {
        return "Pearson's r between numbers, Cramér's V elsewhere. <span class=\"key positive\"></span> positive, "
                + "<span class=\"key negative\"></span> negative; the stronger the colour, the stronger the relation. "
                + "Columns are in table order"
                + ", at most the first " + HeatMaps.MOST_COLUMNS + ". Point at a cell for its names and value.";
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
        text.append(
                "<li>Other real rows score below 1 too: read a score beside what a holdout of real rows gets.</li>");
        return text.append("</ul>").toString();
    }

    private static String style() throws IOException {
        try (InputStream in = QualityHtml.class.getResourceAsStream("quality.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
