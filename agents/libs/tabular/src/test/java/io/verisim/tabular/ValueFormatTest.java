package io.verisim.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.testkit.Property;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ValueFormatTest {

    @Property(tries = 300, maxSize = 15)
    void aDecimalOfUpToFifteenDigitsSurvivesReadingAndWriting(RandomGenerator random, int size) {
        int scale = random.nextInt(0, 10);
        BigInteger digits = new BigInteger(random.ints(Math.max(1, size), 0, 10)
                .mapToObj(Integer::toString)
                .reduce("", String::concat));
        String text = new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale).toPlainString();
        assertThat(decimal(scale).number(Double.parseDouble(text))).isEqualTo(text);
    }

    @Property(tries = 200)
    void withoutAScaleTheTextReadsAsTheSameDouble(RandomGenerator random) {
        double value = Double.longBitsToDouble(random.nextLong());
        String text = ValueFormat.of(ColumnSchema.of("x", ColumnType.DECIMAL)).number(value);
        assertThat(text == null ? Double.NaN : Double.parseDouble(text)).isEqualTo(value);
    }

    @Test
    void numbersAreWrittenAsTheirTypeSays() {
        assertThat(ValueFormat.of(ColumnSchema.of("x", ColumnType.INTEGER)).number(41.7))
                .isEqualTo("42");
        assertThat(decimal(2).number(-0.001)).isEqualTo("0.00");
        assertThat(decimal(2).number(1e300)).hasSize(304);
        assertThat(decimal(2).number(Double.NaN)).isNull();
        ColumnSchema truth = ColumnSchema.of("x", ColumnType.BOOLEAN).withFormat("Yes|No", null);
        assertThat(ValueFormat.of(truth).number(1)).isEqualTo("Yes");
        assertThat(TypedValues.numbers(TextColumn.of("x", List.of("No", "Yes", "?")), truth)
                        .values())
                .containsExactly(0, 1, Double.NaN);
    }

    @Test
    void theDefaultLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(decimal(3).number(1234.5)).isEqualTo("1234.500");
            assertThat(TimePattern.of("dd MMM yyyy").format(0)).isEqualTo("01 Jan 1970");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void timesAndNumbersAreNotMixedUp() {
        assertThatThrownBy(() -> decimal(1).time(0)).isInstanceOf(IllegalStateException.class);
        ValueFormat date = ValueFormat.of(ColumnSchema.of("x", ColumnType.DATE));
        assertThat(date.time(0)).isEqualTo("1970-01-01");
        assertThat(date.time(TimePattern.MISSING)).isNull();
        assertThatThrownBy(() -> date.number(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyPlainNumbersAreRead() {
        TextColumn column = TextColumn.of("x", List.of("1d", "0x1p3", "1,000", "NaN", " 7 ", "+1.5e3", ".5", "5."));
        assertThat(TypedValues.numbers(column).values())
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 7, 1500, 0.5, 5);
        assertThat(TypedValues.numbers(column).unread()).isEqualTo(4);
    }

    private static ValueFormat decimal(int scale) {
        return ValueFormat.of(ColumnSchema.of("x", ColumnType.DECIMAL).withFormat(null, scale));
    }
}
