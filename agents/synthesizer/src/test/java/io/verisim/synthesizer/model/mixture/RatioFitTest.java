package io.verisim.synthesizer.model.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RatioFitTest {

    private static final int ROWS = 1_000;
    private static final int LOAN = 0;
    private static final int INSTALMENT = 1;
    private static final int AGE = 2;

    @Test
    void anInstalmentIsAShareOfItsLoan() {
        SampleBlock data = loans();
        NumberBase base = Objects.requireNonNull(RatioFit.find(data, INSTALMENT, List.of(LOAN, AGE)));

        assertThat(base.columns()).containsExactly(LOAN);
        double loan = data.numbers(LOAN)[7];
        double instalment = data.numbers(INSTALMENT)[7];
        assertThat(base.predict(data, 7)).isEqualTo(loan);
        assertThat(base.number(loan, base.rest(instalment, loan))).isCloseTo(instalment, within());
    }

    @Test
    void whatHasNothingToDoWithAnotherColumnIsNoShareOfIt() {
        assertThat(RatioFit.find(loans(), AGE, List.of(LOAN, INSTALMENT))).isNull();
    }

    @Test
    void aColumnThatMayBeMissingOrZeroIsNoBase() {
        SampleBlock missing = loans();
        missing.codes(LOAN)[3] = 0;
        SampleBlock zero = loans();
        zero.numbers(LOAN)[3] = 0;

        assertThat(RatioFit.find(missing, INSTALMENT, List.of(LOAN))).isNull();
        assertThat(RatioFit.find(zero, INSTALMENT, List.of(LOAN))).isNull();
    }

    private static SampleBlock loans() {
        RandomGenerator random = RandomStreams.of(1).generator();
        SampleBlock data = new SampleBlock(List.of(true, true, true), ROWS);
        for (int column = 0; column < data.columns(); column++) {
            Arrays.fill(data.codes(column), ModelColumn.NUMBER);
        }
        for (int row = 0; row < ROWS; row++) {
            data.numbers(LOAN)[row] = 1_000 + random.nextInt(40_000);
            data.numbers(INSTALMENT)[row] = data.numbers(LOAN)[row] / (30 + random.nextInt(10));
            data.numbers(AGE)[row] = 20 + random.nextInt(50);
        }
        return data;
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-9);
    }
}
