package io.verisim.cli.run;

import io.verisim.cli.Console;
import io.verisim.cli.Exit;
import io.verisim.cli.home.Home;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a summary means for the one who started the workflow. */
final class Verdicts {

    private Verdicts() {}

    /**
     * The exit code.
     *
     * @param wantedFailures tests that are meant to fail, as the one on the deliberate defect of a demo
     */
    static Exit of(JsonNode summary, int wantedFailures) {
        boolean completed = summary.path("status").asString("").equals("COMPLETED");
        JsonNode tests = summary.path("tests");
        boolean asWanted = tests.path("failed").asInt(0) == wantedFailures
                && tests.path("error").asInt(0) == 0
                && loaded(summary);
        return completed && asWanted ? Exit.OK : Exit.NOT_AS_WANTED;
    }

    private static boolean loaded(JsonNode summary) {
        return summary.path("targets")
                .valueStream()
                .allMatch(t -> t.path("status").asString("").equals("LOADED"));
    }

    /** Says it in words. */
    static void say(Console console, JsonNode summary, JsonNode workflow, Home home) {
        console.say("");
        JsonNode error = workflow.path("error");
        if (error.isObject()) {
            console.say(error.path("message").asString("") + " "
                    + error.path("remedy").asString(""));
            console.say("");
        }
        for (JsonNode question : workflow.path("questions")) {
            console.say("  " + question.path("question").asString(""));
            console.say("    verisim answer %s CHOICE --question %s   (%s; without an answer by %s: %s)"
                    .formatted(
                            workflow.path("id").asString(""),
                            question.path("id").asString(""),
                            String.join(
                                    ", ",
                                    question.path("choices")
                                            .valueStream()
                                            .map(c -> "'" + c.asString("") + "'")
                                            .toList()),
                            question.path("deadline").asString(""),
                            question.path("defaultChoice").asString("")));
        }
        JsonNode sensitivity = summary.path("sensitivity");
        if (sensitivity.isObject()) {
            console.say("  %d of %d fields were found sensitive; their values in the twin are invented."
                    .formatted(
                            sensitivity.path("sensitive").asInt(),
                            sensitivity.path("fields").asInt()));
        }
        JsonNode quality = summary.at("/synthetic/quality");
        if (quality.isObject()) {
            console.say(String.format(
                    Locale.ROOT,
                    "  Twin: %,d rows by %s, quality %s of 1, tree detector %s (0.5 is guessing).",
                    summary.at("/synthetic/rows").asLong(),
                    summary.at("/synthetic/model").asString(""),
                    number(quality.path("overallAllPairs")),
                    number(quality.path("treeDetectorAuc"))));
        }
        JsonNode tests = summary.path("tests");
        if (tests.isObject()) {
            console.say("  Tests: %d of %d passed, %d failed, %d errors, %d skipped (sandbox: %s)."
                    .formatted(
                            tests.path("passed").asInt(),
                            tests.path("total").asInt(),
                            tests.path("failed").asInt(),
                            tests.path("error").asInt(),
                            tests.path("skipped").asInt(),
                            summary.path("sandbox").asString("none")));
        }
        JsonNode bugs = summary.at("/jira/bugs");
        if (!bugs.isEmpty()) {
            console.say("  New bugs in Jira: "
                    + String.join(
                            ", ", bugs.valueStream().map(JsonNode::asString).toList()) + ".");
        }
        console.say("");
        summary.path("artifacts")
                .properties()
                .forEach(artifact -> console.say("  %-8s %s"
                        .formatted(artifact.getKey(), artifact.getValue().asString(""))));
        console.say(String.format(
                Locale.ROOT,
                "%n%s after %.1f s.",
                summary.path("status").asString(""),
                summary.path("seconds").asDouble(0)));
    }

    private static String number(JsonNode node) {
        return node.isNumber() ? String.format(Locale.ROOT, "%.3f", node.asDouble()) : "not measured";
    }
}
