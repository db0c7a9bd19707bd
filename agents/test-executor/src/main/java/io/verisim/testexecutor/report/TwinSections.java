package io.verisim.testexecutor.report;

import io.verisim.model.dataset.DatasetManifest;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.TableSensitivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The sections of the report that speak of the data. */
final class TwinSections {

    private static final int WEAKEST_PAIRS = 10;

    private TwinSections() {}

    static void sensitivity(Html page, RunDocuments.TwinDocuments data) {
        page.raw("<section>").element("h2", "What was sensitive");
        page.element("p", "Confidence is the probability that the field is sensitive; above 0.7 it is treated so.");
        for (TableSensitivity table : data.sensitivity().tables()) {
            page.raw("<div class=\"scroll\"><table>")
                    .head("Field", "Verdict", "Taken for", "Confidence", "In the twin", "Why");
            page.raw("<tbody>");
            table.columns().stream()
                    .sorted(Comparator.comparing(ColumnSensitivity::sensitive).reversed())
                    .forEach(column -> page.row(
                            column.name(),
                            column.sensitive() ? "● sensitive" : "○ not sensitive",
                            column.sensitivityType().toString().replace('_', ' '),
                            Html.number(column.confidence()),
                            treatment(column),
                            column.reasoning()));
            page.raw("</tbody></table></div>");
        }
        page.raw("</section>");
    }

    private static String treatment(ColumnSensitivity column) {
        return switch (column.strategy()) {
            case MODEL -> "drawn from the model";
            case PERSON -> "of an invented person";
            case PATTERN -> "made from its pattern";
            case TEXT -> "written anew";
            case KEY -> "a fresh key";
            case KEEP -> "kept by explicit wish";
            case DROP -> "left out";
            case MASK -> "masked";
        };
    }

    static void quality(Html page, RunDocuments.TwinDocuments data) {
        JsonNode quality = data.quality();
        page.raw("<section>").element("h2", "How close the twin is");
        page.element(
                "p",
                "1 is as close as can be. Pair trends are given as SDMetrics counts them by default, leaving out "
                        + "weakly related pairs, and with all pairs counted.");
        page.raw("<div class=\"figures\">");
        figure(page, quality, "overallAllPairs", "overall", "all pairs");
        figure(page, quality, "columnShapes", "column shapes", "");
        figure(page, quality, "columnPairTrendsAllPairs", "pair trends", "all pairs");
        figure(page, quality, "columnPairTrends", "pair trends", "strong pairs only");
        JsonNode detector = data.detector();
        if (detector != null) {
            figure(page, detector, "treeDetectorAuc", "tree detector", "0.5 is best");
        }
        page.raw("</div>");
        shapes(page, quality);
        weakestPairs(page, quality);
        page.element(
                "p",
                "note",
                made(data.manifest()) + ", "
                        + String.format(Locale.ROOT, "%,d", data.manifest().sourceRows()) + " source rows, "
                        + quality.path("columnsUsed").size() + " fields measured; invented fields are not compared.");
        page.raw("</section>");
    }

    private static String made(DatasetManifest manifest) {
        Map<String, Object> promise = manifest.differentialPrivacy();
        return "Model " + manifest.model() + ", "
                + (promise == null
                        ? "seed " + manifest.seed()
                        : "differentially private with ε = " + promise.get("epsilon") + " and δ = "
                                + promise.get("delta"));
    }

    private static void figure(Html page, JsonNode node, String name, String caption, String note) {
        JsonNode value = node.path(name);
        page.figure(value.isNumber() ? Html.number(value.asDouble()) : "–", caption, note);
    }

    private static void shapes(Html page, JsonNode quality) {
        page.element("h3", "Fields").raw("<div class=\"scroll\"><table>").head("Field", "Measure", "Score", "");
        page.raw("<tbody>");
        for (Map.Entry<String, JsonNode> column : quality.path("columns").properties()) {
            JsonNode score = column.getValue().path("score");
            page.raw("<tr>")
                    .element("td", column.getKey())
                    .element("td", column.getValue().path("metric").asString("–"));
            page.element("td", score.isNumber() ? Html.number(score.asDouble()) : "–");
            page.raw("<td class=\"bar\"><meter min=\"0\" max=\"1\" value=\""
                    + Html.number(score.isNumber() ? score.asDouble() : 0) + "\"></meter></td></tr>");
        }
        page.raw("</tbody></table></div>");
    }

    private static void weakestPairs(Html page, JsonNode quality) {
        List<JsonNode> pairs = new ArrayList<>();
        quality.path("pairs")
                .valueStream()
                .filter(p -> p.path("score").isNumber())
                .forEach(pairs::add);
        pairs.sort(Comparator.comparingDouble(p -> p.path("score").asDouble()));
        if (pairs.isEmpty()) {
            return;
        }
        page.element("h3", "Weakest pairs of fields")
                .raw("<div class=\"scroll\"><table>")
                .head("Fields", "Measure", "Score");
        page.raw("<tbody>");
        for (JsonNode pair : pairs.subList(0, Math.min(WEAKEST_PAIRS, pairs.size()))) {
            page.row(
                    pair.at("/columns/0").asString("") + " × "
                            + pair.at("/columns/1").asString(""),
                    pair.path("metric").asString("–"),
                    Html.number(pair.path("score").asDouble()));
        }
        page.raw("</tbody></table></div>");
    }

    static void loads(Html page, RunDocuments.TwinDocuments data) {
        page.raw("<section>").element("h2", "Where it was loaded").raw("<div class=\"scroll\"><table>");
        page.head("Target", "Kind", "Status", "Records", "Time").raw("<tbody>");
        for (JsonNode load : data.loads()) {
            page.row(
                    load.path("name").asString("–"),
                    load.path("type").asString("–"),
                    load.path("status").asString("–"),
                    String.format(Locale.ROOT, "%,d", load.path("records").asLong(0)),
                    load.path("seconds").isNumber()
                            ? String.format(
                                    Locale.ROOT, "%.1f s", load.path("seconds").asDouble())
                            : "–");
        }
        page.raw("</tbody></table></div></section>");
    }
}
