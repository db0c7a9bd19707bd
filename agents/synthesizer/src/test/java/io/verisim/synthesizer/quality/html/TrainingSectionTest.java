package io.verisim.synthesizer.quality.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.synthesizer.model.TrainingCurve;
import io.verisim.synthesizer.model.TrainingCurve.Epoch;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSectionTest {

    @Test
    void aLineGoesFromLeftToRightWithTheLargestOnTopAndAMarkAtTheBest() {
        assertThat(TrainingSection.line("loss", List.of(1.0, 3.0, 2.0), 2))
                .contains("points=\"4.0,116.0 320.0,4.0 636.0,60.0\"")
                .contains("<circle cx=\"320.0\" cy=\"4.0\"")
                .contains("aria-label=\"loss, from 1.000 to 3.000\"");
    }

    @Test
    void aLineOfEqualValuesAndOneOfNoneAreDrawn() {
        assertThat(TrainingSection.line("x", List.of(2.0, 2.0), 0)).contains("4.0,116.0 636.0,116.0");
        assertThat(TrainingSection.line("x", List.of(), 0)).contains("points=\"\"");
    }

    @Test
    void theNoteSaysWhatWasKeptAndWhyItEnded() {
        TrainingCurve curve = new TrainingCurve(
                List.of(new Epoch(1, 2, 1, 0.5, 0.8), new Epoch(2, 1, 0.5, 0.25, 0.7)), 1, 3_000, true);
        assertThat(TrainingSection.note(curve))
                .startsWith("2 rounds; training ended because the likeness no longer rose.")
                .contains("3,000 held-out rows")
                .endsWith("round 1 was the best and was kept.");
        assertThat(TrainingSection.of(curve)).contains("Loss of the generator: 2.000 at first, 1.000 at last");
    }
}
