package io.verisim.synthesizer.quality.data;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TimeColumn;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypeInference;
import io.verisim.tabular.TypedValues;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column as nanoseconds since 1970-01-01T00:00Z; what is no datetime is NaN. A date alone is its midnight, a time
 * alone belongs to 1970-01-01, a value without offset counts as UTC.
 */
final class DatetimeReader {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;

    private DatetimeReader() {}

    /** The pattern to read a column by: the given one, else what the real values look like. */
    static @Nullable String pattern(@Nullable String given, TextColumn real) {
        return given != null ? given : TypeInference.explain(real).schema().format();
    }

    static double[] read(TextColumn column, @Nullable String pattern) {
        Optional<TimePattern> known = Optional.ofNullable(pattern).flatMap(TimePattern::find);
        return known.isPresent() ? known(column, known.get()) : general(column, pattern);
    }

    private static double[] known(TextColumn column, TimePattern pattern) {
        ColumnSchema schema =
                ColumnSchema.of(column.name(), ColumnType.DATETIME).withFormat(pattern.pattern(), null);
        TimeColumn times = TypedValues.times(column, schema);
        double[] nanos = new double[times.rows()];
        for (int row = 0; row < nanos.length; row++) {
            long micros = times.micros()[row];
            nanos[row] = micros == TimePattern.MISSING ? Double.NaN : micros * NANOS_PER_MICRO;
        }
        return nanos;
    }

    private static double[] general(TextColumn column, @Nullable String pattern) {
        DateTimeFormatter formatter = pattern == null
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME
                : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        return Cells.doubles(column, text -> {
            try {
                return nanoseconds(formatter.parse(text.strip()));
            } catch (DateTimeException e) {
                return Double.NaN;
            }
        });
    }

    private static double nanoseconds(TemporalAccessor value) {
        LocalDate date = value.query(TemporalQueries.localDate());
        LocalTime time = value.query(TemporalQueries.localTime());
        if (date == null && time == null) {
            return Double.NaN;
        }
        int offset = value.isSupported(ChronoField.OFFSET_SECONDS) ? value.get(ChronoField.OFFSET_SECONDS) : 0;
        long seconds = (date == null ? LocalDate.EPOCH : date)
                        .atTime(time == null ? LocalTime.MIDNIGHT : time)
                        .toEpochSecond(ZoneOffset.UTC)
                - offset;
        return seconds * NANOS_PER_SECOND + (time == null ? 0 : time.getNano());
    }
}
