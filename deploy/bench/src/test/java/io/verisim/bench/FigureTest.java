package io.verisim.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void aFigureThatKeepsToItsBarHolds() {
        assertThat(new Figure("demo", 41.5, "s", Bar.atMost(60)).holds()).isTrue();
        assertThat(new Figure("demo", 60.5, "s", Bar.atMost(60)).holds()).isFalse();
        assertThat(new Figure("quality", 0.95, "", Bar.atLeast(0.95)).holds()).isTrue();
        assertThat(new Figure("bugs", 2, "", Bar.exactly(1)).holds()).isFalse();
    }

    @Test
    void whatCouldNotBeMeasuredKeepsToNoBar() {
        assertThat(new Figure("demo", Double.NaN, "s", Bar.atMost(60)).holds()).isFalse();
        assertThat(new Figure("quality", Double.NaN, "", Bar.atLeast(0)).holds())
                .isFalse();
        assertThat(new Figure("bugs", Double.NaN, "", Bar.exactly(1)).holds()).isFalse();
    }

    @Test
    void aLineShowsTheFigureBesideItsBar() {
        assertThat(new Figure("demo", 41.5, "s", Bar.atMost(60)).line()).matches(" +demo +41\\.500 s +≤ 60 +holds");
        assertThat(new Figure("difference", 2e-9, "", Bar.atMost(1e-6)).line()).contains("2e-09", "≤ 1e-06");
        assertThat(new Figure("rows", 100_000, "", null).line()).matches(" +rows +100,000");
    }
}
