package io.verisim.synthesizer.model.gan.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ElementaryTest {

    /** Two parts in ten million. */
    private static final Percentage CLOSE = Percentage.withPercentage(2e-5);

    @Test
    void exponentialsAreThoseOfTheStrictLibrary() {
        for (float x = -86; x < 88; x += 0.0371f) {
            assertThat((double) Elementary.exp(x)).as("exp(%s)", x).isCloseTo(StrictMath.exp(x), CLOSE);
        }
        assertThat(Elementary.exp(-1e9f)).isPositive().isLessThan(1e-37f);
        assertThat(Elementary.exp(1e9f)).isFinite();
    }

    @Test
    void logarithmsAreThoseOfTheStrictLibrary() {
        for (float x = 1e-30f; x < 1e30f; x *= 1.0137f) {
            assertThat((double) Elementary.log(x))
                    .as("log(%s)", x)
                    .isCloseTo(StrictMath.log(x), Offset.offset(2e-7 * Math.max(1, Math.abs(StrictMath.log(x)))));
        }
    }

    @Test
    void hyperbolicTangentsAreThoseOfTheStrictLibrary() {
        for (float x = -12; x < 12; x += 0.0131f) {
            assertThat((double) Elementary.tanh(x)).isCloseTo(StrictMath.tanh(x), Offset.offset(2e-7));
        }
        assertThat(Elementary.tanh(100)).isEqualTo(1);
        assertThat(Elementary.tanh(-100)).isEqualTo(-1);
    }
}
