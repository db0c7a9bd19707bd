package io.verisim.tabular;

import io.verisim.model.table.ColumnType;
import io.verisim.tabular.TimeToken.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How fine the moments are that a pattern tells.
 *
 * @param unit microseconds between two of them; 0 where the pattern leaves out something coarser than what it tells, such
 *     as the century
 * @param ofDay whether only the time of day is told
 */
record TimeResolution(long unit, boolean ofDay) {

    private static final long DAY = TimeFields.SECONDS_PER_DAY * TimeFields.MICROS_PER_SECOND;

    static TimeResolution of(List<TimeToken> tokens, ColumnType type) {
        Set<Part> told = EnumSet.noneOf(Part.class);
        boolean half = false;
        int decimals = 0;
        for (TimeToken token : tokens) {
            switch (token) {
                case TimeToken.Digits digits -> told.add(digits.part());
                case TimeToken.Name name -> {
                    if (name.ofMonth()) {
                        told.add(Part.MONTH);
                    }
                }
                case TimeToken.HalfDay any -> half = true;
                case TimeToken.Fraction fraction -> decimals = fraction.width();
                case TimeToken.Offset any -> {}
                case TimeToken.Literal any -> {}
            }
        }
        boolean dated = type == ColumnType.TIME || told.containsAll(Set.of(Part.YEAR, Part.MONTH, Part.DAY));
        boolean hours = told.contains(Part.HOUR) || (half && told.contains(Part.HOUR_12));
        return new TimeResolution(dated ? unit(told, hours, decimals) : 0, type == ColumnType.TIME);
    }

    private static long unit(Set<Part> told, boolean hours, int decimals) {
        boolean minutes = told.contains(Part.MINUTE);
        boolean seconds = told.contains(Part.SECOND);
        if ((decimals > 0 && !seconds) || (seconds && !minutes) || (minutes && !hours)) {
            return 0;
        }
        if (told.contains(Part.HOUR_12) && !hours) {
            return 0;
        }
        long unit = seconds ? TimeFields.MICROS_PER_SECOND : minutes ? 60_000_000L : hours ? 3_600_000_000L : DAY;
        for (int i = 0; i < Math.min(decimals, 6); i++) {
            unit /= 10;
        }
        return unit;
    }

    boolean isRegular() {
        return unit > 0;
    }

    /** The last moment that can be told, up to this one. */
    long floor(long micros) {
        long shown = ofDay ? Math.floorMod(micros, DAY) : micros;
        return Math.floorDiv(shown, unit) * unit;
    }
}
