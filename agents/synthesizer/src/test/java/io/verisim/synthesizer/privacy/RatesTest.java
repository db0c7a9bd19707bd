package io.verisim.synthesizer.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatesTest {

    private static final double EXACT = 1e-12;

    @Test
    void theIntervalIsWilsons() {
        Rate rate = Rate.of(10, 500);

        // the check value of the definition
        assertThat(rate.rate()).isCloseTo(0.023659683421545074, within(EXACT));
        assertThat(rate.error()).isCloseTo(0.012760499825334266, within(EXACT));
        assertThat(rate.low()).isCloseTo(0.023659683421545074 - 0.012760499825334266, within(EXACT));
    }

    @Test
    void withoutATryNothingIsKnown() {
        Rate rate = Rate.of(0, 0);

        assertThat(rate.low()).isCloseTo(0, within(EXACT));
        assertThat(rate.high()).isCloseTo(1, within(EXACT));
    }

    @Test
    void moreSuccessesThanTriesAreRefused() {
        assertThatThrownBy(() -> Rate.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRiskIsWhatIsGainedBeyondTheControl() {
        Rate attack = Rate.of(600, 1_000);
        Rate control = Rate.of(200, 1_000);
        Risk risk = Risk.of(attack, control);

        assertThat(risk.value()).isCloseTo((attack.rate() - control.rate()) / (1 - control.rate()), within(EXACT));
        assertThat(risk.value()).isCloseTo(0.5, within(0.002));
        assertThat(risk.low()).isBetween(0.4, risk.value());
        assertThat(risk.high()).isBetween(risk.value(), 0.6);
    }

    @Test
    void anAttackThatIsNoBetterThanTheControlIsNoRisk() {
        Risk risk = Risk.of(Rate.of(200, 1_000), Rate.of(210, 1_000));

        assertThat(risk.value()).isZero();
        assertThat(risk.low()).isZero();
        assertThat(risk.high()).isBetween(0.0, 0.06);
    }
}
