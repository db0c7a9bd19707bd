package io.verisim.bench.generation;

import io.verisim.bench.Bar;
import io.verisim.bench.Figure;
import io.verisim.bench.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures as Markdown. */
record RatePage(List<Figure> figures, int rows) {

    private static final String HEAD = """
            ## How fast twins are made

            Measured on %s on %s. `./verisim bench generation --write docs/benchmarks.md` measures again and replaces this section.

            The census is `adult_census`, 32,561 rows of 15 columns; the large table is a twin of it by `gaussian_copula` of %s rows. Rates are of one warm JVM with as many threads as cores, columns classified and leakage guard on, the median of three times: to typed columns, that is levels and rounded numbers as a writer takes them, or to a file. Memory is the resident memory at its peak (`VmHWM`) of `verisim generate` in a process of its own, time its wall clock, start of the JVM and reading included. Streams are twins of the census of %s and ten times as many rows by `gaussian_copula`.

            | what | figure | bar |
            |---|--:|--:|
            """;

    String markdown() {
        String count = String.format(Locale.ROOT, "%,d", rows);
        return HEAD.formatted(LocalDate.now(ZoneOffset.UTC), Machine.words(), count, count)
                + figures.stream().map(RatePage::row).collect(Collectors.joining());
    }

    private static String row(Figure figure) {
        @Nullable Bar bar = figure.bar();
        return "| " + figure.what() + " | " + (shown(figure.measured()) + " " + figure.unit()).strip() + " | "
                + (bar == null ? "" : bar.toString()) + " |\n";
    }

    /** Three digits that count are enough. */
    private static String shown(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }
}
