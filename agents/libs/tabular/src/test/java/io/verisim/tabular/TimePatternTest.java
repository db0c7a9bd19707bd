package io.verisim.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.table.ColumnType;
import io.verisim.testkit.Property;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is java.time. */
class TimePatternTest {

    private static final List<TimePattern> KNOWN = KnownTimePatterns.all();

    @Property(tries = 300)
    void everyKnownPatternWritesAndReadsAsJavaTimeDoes(RandomGenerator random) {
        TimePattern pattern = KNOWN.get(random.nextInt(KNOWN.size()));
        LocalDateTime moment =
                LocalDateTime.of(2000, 1, 1, 0, 0).plus(random.nextLong(99L * 365 * 86_400_000), ChronoUnit.MILLIS);
        long micros = ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), moment);

        String written = pattern.format(micros);
        assertThat(written).as(pattern.pattern()).isEqualTo(javaTime(pattern).format(moment.atOffset(ZoneOffset.UTC)));
        assertThat(pattern.format(pattern.parse(written))).isEqualTo(written);
        if (pattern.type() != ColumnType.TIME) {
            assertThat(pattern.parse(written)).isEqualTo(readByJavaTime(pattern, written));
        }
    }

    @Property(tries = 300, maxSize = 400)
    void fullDatesFromYear1To9999SurviveTheRoundTrip(RandomGenerator random) {
        LocalDateTime moment = LocalDateTime.of(1, 1, 1, 0, 0)
                .plusDays(random.nextInt(3_650_000))
                .plus(random.nextLong(86_400_000_000L), ChronoUnit.MICROS);
        TimePattern pattern = TimePattern.of("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");
        String text =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").format(moment);
        assertThat(pattern.parse(text))
                .isEqualTo(ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), moment));
        assertThat(pattern.format(pattern.parse(text))).isEqualTo(text);
    }

    @Property(tries = 500)
    void aTextIsReadOnlyIfJavaTimeReadsItStrictly(RandomGenerator random) {
        TimePattern pattern = TimePattern.of("yyyy-MM-dd HH:mm:ss");
        String text = "%04d-%02d-%02d %02d:%02d:%02d"
                .formatted(
                        random.nextInt(1, 2101),
                        random.nextInt(0, 15),
                        random.nextInt(0, 34),
                        random.nextInt(0, 26),
                        random.nextInt(0, 62),
                        random.nextInt(0, 62));
        assertThat(pattern.parse(text) != TimePattern.MISSING).as(text).isEqualTo(isReadByJavaTime(pattern, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-02-29",
                "2021-2-1",
                "2021-02-01 ",
                "02021-02-01",
                "2021-13-01",
                "2021-00-10",
                "2021-01-1x",
                "",
                "x"
            })
    void aTextThatDoesNotFitIsMissing(String text) {
        assertThat(TimePattern.of("yyyy-MM-dd").parse(text)).isEqualTo(TimePattern.MISSING);
    }

    @Test
    void anOffsetMovesTheMomentToUtc() {
        TimePattern pattern = TimePattern.of("yyyy-MM-dd'T'HH:mm:ssXXX");
        assertThat(pattern.format(pattern.parse("2024-03-01T01:30:00+02:00"))).isEqualTo("2024-02-29T23:30:00Z");
        assertThat(pattern.parse("2024-03-01T01:30:00+0200")).isEqualTo(TimePattern.MISSING);
    }

    @Test
    void namesAreReadInAnyCaseAndTheDayOfTheWeekMustBeRight() {
        TimePattern pattern = TimePattern.of("EEE, dd MMM yyyy");
        assertThat(pattern.format(pattern.parse("sat, 21 NOV 2026"))).isEqualTo("Sat, 21 Nov 2026");
        assertThat(pattern.parse("Sun, 21 Nov 2026")).isEqualTo(TimePattern.MISSING);
    }

    @Test
    void noonAndMidnightOfTheTwelveHourClockAreTold() {
        TimePattern pattern = TimePattern.of("h:mm a");
        assertThat(pattern.parse("12:00 AM")).isZero();
        assertThat(pattern.parse("12:00 pm")).isEqualTo(12 * 3_600_000_000L);
        assertThat(pattern.parse("13:00 PM")).isEqualTo(TimePattern.MISSING);
    }

    @Test
    void aPatternThatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> TimePattern.of("yyyy-ww")).hasMessageContaining("'ww'");
        assertThatThrownBy(() -> TimePattern.of("'day")).hasMessageContaining("does not close");
        assertThatThrownBy(() -> TimePattern.of("--")).hasMessageContaining("neither");
        assertThat(TimePattern.find("QQQ")).isEmpty();
        assertThat(TimePattern.of("d 'o''clock' HH").format(0)).isEqualTo("1 o'clock 00");
    }

    private static DateTimeFormatter javaTime(TimePattern pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.pattern().replace('y', 'u'))
                .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static long readByJavaTime(TimePattern pattern, String text) {
        OffsetDateTime read = pattern.type() == ColumnType.DATE
                ? java.time.LocalDate.parse(text, javaTime(pattern))
                        .atStartOfDay()
                        .atOffset(ZoneOffset.UTC)
                : OffsetDateTime.parse(text, javaTime(pattern));
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0).atOffset(ZoneOffset.UTC), read);
    }

    private static boolean isReadByJavaTime(TimePattern pattern, String text) {
        try {
            readByJavaTime(pattern, text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
