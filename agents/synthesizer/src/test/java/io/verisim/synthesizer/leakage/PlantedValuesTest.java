package io.verisim.synthesizer.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Production values planted in other spellings, in columns and inside notes, are all caught. */
class PlantedValuesTest {

    private static final long SALT = 4711;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NAME        | Zoë van der Berg          | BERG, Zoe van der
                    NAME        | Müller                    | MUELLER
                    NAME        | Søren Ærø                 | aeroe soeren
                    EMAIL       | Zoe.Berg@Firma.test       | zoe.berg@firma.test
                    PHONE       | 06-12345678               | +31 6 1234 5678
                    PHONE       | +47 22 33 44 55           | 22334455
                    PHONE       | (415) 555-2671            | 001.415.555.2671
                    IBAN        | NL91ABNA0417164300        | nl91 abna 0417 1643 00
                    CREDIT_CARD | 4111-1111-1111-1111       | 4111111111111111
                    NATIONAL_ID | 123-45-6789               | 123456789
                    NATIONAL_ID | 012345678                 | 12345678
                    ADDRESS     | Große Straße 5            | GROSSE STRASSE 5
                    USERNAME    | Ł.Øster                   | l oster
                    IP          | 203.0.113.9               | 203 0 113 9
                    ID          | AB-00123                  | ab00123
                    """)
    void anotherSpellingOfARareValueIsRefused(SensitivityType type, String production, String spelling) {
        ValueGuard guard = ValueGuard.ofRare(TextColumn.of("c", List.of(production, "other")), type, SALT);
        assertThat(guard.forbids(spelling)).isTrue();
        assertThat(guard.forbids(spelling + "1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Called back, Zoë van der Berg was not at home.
                    Letter to BERG Zoe van der came back.
                    Spoke with Zsigmondy about the bill.
                    ZSIGMONDY CALLED.
                    Mr Vanderberg called.
                    Ticket of Berg, Zoe.
                    Wrote to Ms OBrien-Luetzow.
                    Wrote to Ms O’Brien Lützow.
                    Her cousin Oleksandra came along.
                    oleksandra came along.
                    Call 0031612345678.
                    Refund to nl91-abna-0417-1643-00.
                    Ticket of ZOE.BERG@FIRMA.TEST is open.
                    Number 0123456789 is wrong.
                    Number 123 456 789 is wrong.
                    Reach me at +31 6 1234 5678 please.
                    Her number is 0612345678.
                    Wrote to zoe.berg@firma.test yesterday.
                    Refund to NL91 ABNA 0417 1643 00 is under way.
                    Card 4111 1111 1111 1111 was declined.
                    Number 123-45-6789 is wrong.
                    Contract ab 00123 ended.
                    """)
    void aRareValueInsideANoteIsRefused(String note) {
        assertThat(guard().forbids(note)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Called about the bill. Will call back.
                    Spoke with Anna Smith about a berg.
                    Spoke with Thomas, or Tom van der Meer.
                    The number 12345 is short.
                    Contract AB-00124 ended.
                    The price may rise in May.
                    """)
    void textWithoutAnyIsNot(String note) {
        assertThat(guard().forbids(note)).isFalse();
    }

    @Test
    void aValueInFiveRowsIsCommonUnlessOneOfItsSpellingsIsRare() {
        List<@Nullable String> five = new ArrayList<>(List.of("Anna", "Anna", "Anna", "Anna", "Anna"));
        assertThat(ValueGuard.ofRare(TextColumn.of("c", five), SensitivityType.NAME, SALT)
                        .forbids("Anna"))
                .isFalse();
        five.add("ANNA");
        assertThat(ValueGuard.ofRare(TextColumn.of("c", five), SensitivityType.NAME, SALT)
                        .forbids("Anna"))
                .isTrue();
    }

    private static TextGuard guard() {
        return new TextGuard.Builder()
                .names(TextColumn.of("family", List.of("van der Berg", "Zsigmondy", "May", "O'Brien-Lützow")))
                .texts(TextColumn.of("note", List.of("Oleksandra paid. Called about it.", "called, and paid.")))
                .fullName("Zoë van der Berg")
                .fullName("Hans Zsigmondy")
                .fullName("Klara May")
                .value(SensitivityType.PHONE, "06-12345678")
                .value(SensitivityType.EMAIL, "Zoe.Berg@Firma.test")
                .value(SensitivityType.IBAN, "NL91ABNA0417164300")
                .value(SensitivityType.CREDIT_CARD, "4111-1111-1111-1111")
                .value(SensitivityType.NATIONAL_ID, "123-45-6789")
                .value(SensitivityType.ID, "AB-00123")
                .value(SensitivityType.ID, "12345")
                .build(Set.of("may", "berg", "paid"), SALT);
    }
}
