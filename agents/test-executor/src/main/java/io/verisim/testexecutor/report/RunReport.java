package io.verisim.testexecutor.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One self-contained page of a run: the verdict in words, then what it rests on. Loads nothing from anywhere. */
final class RunReport {

    private RunReport() {}

    static String html(RunDocuments run, JiraOutcome jira) {
        Html page = new Html();
        page.raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", "Verisim report " + run.workflow())
                .raw("<style>" + style() + "</style></head><body><main>");
        page.element("p", "eyebrow", "Verisim report").element("h1", headline(run));
        Verdict.write(page, run, jira);
        RunDocuments.TwinDocuments data = run.data();
        if (data != null) {
            TwinSections.sensitivity(page, data);
            TwinSections.quality(page, data);
            TwinSections.loads(page, data);
        }
        TestSections.write(page, run);
        page.raw("<footer>")
                .element("p", "Workflow " + run.workflow() + ". Tests ran confined by " + run.sandbox() + ".")
                .raw("</footer></main></body></html>");
        return page.toString();
    }

    private static String headline(RunDocuments run) {
        RunDocuments.TwinDocuments data = run.data();
        String tests = run.tally().words();
        return data == null
                ? tests
                : "Twin of " + data.manifest().table() + ": "
                        + String.format(
                                java.util.Locale.ROOT, "%,d", data.manifest().rows()) + " rows, " + tests;
    }

    private static String style() {
        try (InputStream in = RunReport.class.getResourceAsStream("/verisim/test-executor/report.css")) {
            return new String(Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
