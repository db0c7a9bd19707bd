package io.verisim.synthesizer.quality.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.testkit.Property;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

    @Property(tries = 2_000, maxSize = 18)
    void aPlainNumberIsReadAsTheGeneralReaderReadsIt(RandomGenerator random, int size) {
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
        int point = random.nextInt(size + 2);
        for (int i = 0; i <= size; i++) {
            text.append(i == point ? "." : (char) ('0' + random.nextInt(10)));
        }
        double read = PlainNumber.read(text.toString());

        if (!Double.isNaN(read)) {
            assertThat(read).isEqualTo(Double.parseDouble(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "-.", "1e3", "+1", " 1", "1.2.3", "0x10", "NaN", "1234567890123456", "１"})
    void anythingElseIsLeftToTheGeneralReader(String text) {
        assertThat(PlainNumber.read(text)).isNaN();
    }
}
