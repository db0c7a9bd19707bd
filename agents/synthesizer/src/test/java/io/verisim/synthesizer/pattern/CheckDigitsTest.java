package io.verisim.synthesizer.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.tabular.TextColumn;
import io.verisim.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {

    /** Published examples: ISO 13616 registry, Luhn of a well-known test card, BSN and DNI of documentation, PESEL. */
    @ParameterizedTest
    @CsvSource({
        "IBAN, NL91 ABNA 0417 1643 00, NL92 ABNA 0417 1643 00",
        "IBAN, DE89370400440532013000, DE89370400440532013001",
        "LUHN, 4111 1111 1111 1111, 4111 1111 1111 1112",
        "ELEVEN, 111222333, 111222334",
        "DNI, 12345678Z, 12345678A",
        "PESEL, 44051401359, 44051401358"
    })
    void publishedExamplesAreTold(CheckDigits check, String valid, String invalid) {
        assertThat(check.accepts(valid)).isTrue();
        assertThat(check.accepts(invalid)).isFalse();
    }

    @Property
    void valuesMadeForACheckedColumnPassTheCheck(RandomGenerator random, int size) {
        for (CheckDigits check : List.of(CheckDigits.IBAN, CheckDigits.LUHN)) {
            List<@Nullable String> source = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String raw = check == CheckDigits.IBAN
                        ? "NL00TEST" + (1_000_000_000L + random.nextInt(900_000_000))
                        : "4" + (100_000_000_000_000L + random.nextLong(800_000_000_000_000L));
                source.add(check.repair(raw));
            }
            SensitivityType type = check == CheckDigits.IBAN ? SensitivityType.IBAN : SensitivityType.CREDIT_CARD;
            PatternMaker maker = PatternMaker.of(TextColumn.of("c", source), type, size % 2 == 0, 99, 1);
            assertThat(maker.check()).isEqualTo(check);
            assertThat(check.accepts(maker.value(size, 0, random))).isTrue();
        }
    }
}
