package io.verisim.bench.synthesis;

import io.verisim.bench.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The results as Markdown: what they are, where and when they were measured, and three tables. */
record ResultPage(List<TableResult> results, List<Long> seeds) {

    private static final String HEAD = """
            ## Twins of real tables

            Measured on %s on %s. `./verisim bench synthesis --write docs/benchmarks.md` measures again and replaces this section.

            Each table is cut at random in two halves, T and H, by each of the seeds %s. A model with its default settings learns T, as `generate` does it: columns classified, leakage guard on. Its twin S has as many rows as T. *Other rows* is what H scores in the place of S, and so the best that can be expected. Figures are means over the seeds, save for copies and stops (sums) and for time and rate (medians); a model that took more than a minute to learn was given the first seed only.

            """;

    private static final String LIKENESS = """
            ### How like

            Quality is SDMetrics' overall score of S against T, with all pairs counted and with the thresholds of version 0.29; 1 is best. The tree detector tells S from H; 0.5 is guessing, 1 is certainty. The bars are those of the recommended model: quality with all pairs at most 0.005 below that of other rows, and the detector as shown.

            """;

    private static final String PRIVACY = """

            ### How private

            The share of rows of S that are closer to T than to H is one half where nothing was learnt by heart; its bar is one half and the larger of 0.02 and two standard errors of the share in one twin. Exact copies equal a row of T in all measured columns, near copies come very near to one, over all seeds; H shows how many are chance. The privacy gate with its default limits stops so many of the twins.

            """;

    private static final String USE = """

            ### What for

            Boosted trees learn the target from T, from S and from rows of T drawn with replacement, and are tested on H. The gap is by how much the area under the curve of those that learnt from S falls short; its bar is the gap of the bootstrap and 0.01.

            """;

    private static final String SPEED = """

            ### How fast

            Learning T and making rows from it, wall clock, in one warm JVM with as many threads as cores; rows are made as typed columns, with the leakage guard on. Memory is the resident memory at its peak (`VmHWM`) of `verisim generate` on the whole table in a process of its own, reading, classifying and writing included; its heap may take 1.7 GiB, and the JVM is in no hurry to collect.

            """;

    String markdown() {
        return HEAD.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.words(),
                        seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                + LIKENESS
                + row("table", "model", "quality, all pairs", "other rows", "quality, thresholds", "other rows")
                + row("detector", "other rows", "bar")
                + "|\n|---|---|--:|--:|--:|--:|--:|--:|--:|\n"
                + each(ResultPage::likeness)
                + PRIVACY
                + row("table", "model", "closer to T", "bar", "exact copies", "in H", "near copies", "in H", "stopped")
                + "|\n|---|---|--:|--:|--:|--:|--:|--:|--:|\n"
                + each(ResultPage::privacy)
                + USE
                + row("table", "model", "target", "gap", "bar", "gap of a bootstrap")
                + "|\n|---|---|---|--:|--:|--:|\n"
                + each(ResultPage::use)
                + SPEED
                + row("table", "model", "rows of T", "fit, s", "rows a second", "memory, MiB")
                + "|\n|---|---|--:|--:|--:|--:|\n"
                + each(ResultPage::speed);
    }

    private String each(BiFunction<TableResult, ModelResult, String> line) {
        return results.stream()
                .flatMap(table -> table.models().stream()
                        .map(model -> row("`" + table.table().file() + "`", "`" + model.model() + "`")
                                + line.apply(table, model) + "|\n"))
                .collect(Collectors.joining());
    }

    private static String likeness(TableResult table, ModelResult model) {
        Likeness ceiling = table.ceiling();
        Likeness likeness = model.likeness();
        return row(
                score(likeness.allPairs()),
                score(ceiling.allPairs()),
                score(likeness.thresholds()),
                score(ceiling.thresholds()),
                score(likeness.detector()),
                score(ceiling.detector()),
                "≤ " + number("%.2f", table.table().detectorBar()));
    }

    private static String privacy(TableResult table, ModelResult model) {
        return row(
                score(model.closer()),
                "≤ " + score(model.closerBar()),
                Integer.toString(model.copies()),
                Integer.toString(model.copiesHeldOut()),
                Integer.toString(model.near()),
                Integer.toString(model.nearHeldOut()),
                Long.toString(model.stopped()));
    }

    private static String use(TableResult table, ModelResult model) {
        return row(
                "`" + table.table().target() + "`",
                score(model.gap()),
                "≤ " + score(model.bootstrapGap() + SynthesisBenchmark.GAP_ALLOWANCE),
                score(model.bootstrapGap()));
    }

    private static String speed(TableResult table, ModelResult model) {
        return row(
                number("%,.0f", model.twinRows()),
                number("%.2f", model.fitSeconds()),
                number("%,.0f", model.rowsASecond()),
                number("%,.0f", model.peakMebi()));
    }

    private static String score(double value) {
        return number("%.3f", value);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    /** Cells that go on a line of which more may follow. */
    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " ";
    }
}
