package io.verisim.testexecutor.report;

import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.sensitivity.TableSensitivity;
import tools.jackson.databind.JsonNode;

/** The answers to the reader's first questions, in words. */
final class Verdict {

    private static final double GOOD_QUALITY = 0.95;
    private static final double HARD_TO_TELL = 0.65;
    private static final double TELLABLE = 0.8;

    private Verdict() {}

    static void write(Html page, RunDocuments run, JiraOutcome jira) {
        page.raw("<section class=\"verdict\"><ul>");
        RunDocuments.TwinDocuments data = run.data();
        if (data != null) {
            page.element("li", sensitivity(data)).element("li", quality(data)).element("li", privacy(data));
        }
        page.element("li", tests(run)).element("li", jira(jira));
        page.raw("</ul></section>");
    }

    private static String sensitivity(RunDocuments.TwinDocuments data) {
        long fields = data.sensitivity().tables().stream()
                .mapToLong(t -> t.columns().size())
                .sum();
        long sensitive = data.sensitivity().tables().stream()
                .mapToLong(TableSensitivity::sensitiveColumns)
                .sum();
        long kept = data.sensitivity().tables().stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.sensitive() && c.strategy() == Strategy.KEEP)
                .count();
        String invented = kept == 0
                ? "their values in the twin are invented."
                : "of " + kept + " the values are production's by explicit wish, of the others they are invented.";
        return sensitive + " of " + fields + " fields were found sensitive; " + invented;
    }

    private static String quality(RunDocuments.TwinDocuments data) {
        JsonNode overall = data.quality().path("overallAllPairs");
        if (!overall.isNumber()) {
            return "The quality of the twin could not be measured: "
                    + data.quality().path("reason").asString("no reason given") + ".";
        }
        double score = overall.asDouble();
        return "Statistically the twin " + (score >= GOOD_QUALITY ? "follows" : "only partly follows")
                + " the source: overall quality " + Html.number(score) + " of 1.";
    }

    private static String privacy(RunDocuments.TwinDocuments data) {
        String kept = data.manifest().keptColumns().isEmpty()
                ? "No column keeps production values by explicit wish"
                : "Columns that keep production values by explicit wish: "
                        + String.join(", ", data.manifest().keptColumns());
        JsonNode detector = data.detector();
        JsonNode auc = detector == null ? null : detector.path("treeDetectorAuc");
        if (auc == null || !auc.isNumber()) {
            return kept + ".";
        }
        double value = auc.asDouble();
        String told = value <= HARD_TO_TELL ? "can hardly" : value <= TELLABLE ? "can to some degree" : "can easily";
        return kept + ". A trained detector " + told + " tell twin from source (" + Html.number(value)
                + ", where 0.5 is guessing and 1 is certainty).";
    }

    private static String tests(RunDocuments run) {
        return "In the browser: " + run.tally().words() + ".";
    }

    private static String jira(JiraOutcome jira) {
        if (jira.commented().isEmpty() && jira.bugs().isEmpty()) {
            return "The issue tracker was not updated.";
        }
        String bugs = jira.bugs().isEmpty() ? "no new bug was opened" : "new bugs: " + String.join(", ", jira.bugs());
        String known = jira.known().isEmpty() ? "" : "; known bugs seen again: " + String.join(", ", jira.known());
        return "Results were written to " + jira.commented().size() + " issues; " + bugs + known + ".";
    }
}
