package io.verisim.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.processor.classify.TruthTables.Score;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The floors that were reached on twelve labelled tables of real and realistic data. */
class LabelledTablesTest {

    private final Classification classification = Classification.standard();

    @Test
    void everySensitiveColumnWithItsNameIsFoundAndNoOtherIsFlagged() throws IOException {
        Score score = TruthTables.judge(classification, false);
        System.out.println(score.row("named"));
        assertThat(score.found()).as("%s", score.misses()).isEqualTo(score.sensitive());
        assertThat(score.wronglyFlagged()).as("%s", score.misses()).isLessThanOrEqualTo(1);
        assertThat(score.typesRight()).isGreaterThan(score.columns() * 90 / 100);
    }

    @Test
    void sensitiveColumnsAreFoundWithoutTheirNamesToo() throws IOException {
        Score score = TruthTables.judge(classification, true);
        System.out.println(score.row("opaque"));
        assertThat(score.found()).as("%s", score.misses()).isGreaterThanOrEqualTo(score.sensitive() * 95 / 100);
        assertThat(score.wronglyFlagged()).as("%s", score.misses()).isLessThanOrEqualTo(2);
        assertThat(score.typesRight()).isGreaterThan(score.columns() * 70 / 100);
    }
}
