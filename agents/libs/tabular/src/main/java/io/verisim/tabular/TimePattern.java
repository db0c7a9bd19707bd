package io.verisim.tabular;

import io.verisim.model.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes dates and times by a pattern of {@link java.time.format.DateTimeFormatter}'s letters, without
 * exceptions and without a locale: names are English, so that the bytes never vary.
 *
 * <p>Known letters: {@code y u M d H h m s S a E X x} and quoted or plain literal text. Reading is strict: real days
 * only. A moment is a count of microseconds since 1970-01-01T00:00, in UTC where the text has an offset, else in the
 * text's own time; a time of day lies on 1970-01-01. Two-digit years are 2000 to 2099.
 */
public final class TimePattern {

    /** Stands for a missing moment. */
    public static final long MISSING = Long.MIN_VALUE;

    private static final Map<Character, TimeToken.Part> NUMBERS = Map.of(
            'M', TimeToken.Part.MONTH,
            'd', TimeToken.Part.DAY,
            'H', TimeToken.Part.HOUR,
            'h', TimeToken.Part.HOUR_12,
            'm', TimeToken.Part.MINUTE,
            's', TimeToken.Part.SECOND);

    private final String pattern;
    private final List<TimeToken> tokens;
    private final ColumnType type;
    private final TimeResolution resolution;

    private TimePattern(String pattern, List<TimeToken> tokens, ColumnType type) {
        this.pattern = pattern;
        this.tokens = tokens;
        this.type = type;
        this.resolution = TimeResolution.of(tokens, type);
    }

    /**
     * A pattern.
     *
     * @throws IllegalArgumentException where a letter is unknown, or the parts make neither a date nor a time
     */
    public static TimePattern of(String pattern) {
        List<TimeToken> tokens = new ArrayList<>();
        boolean date = false;
        boolean time = false;
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = literalEnd(pattern, at);
                tokens.add(new TimeToken.Literal(literal(pattern.substring(at + 1, end - 1))));
            } else if (isLetter(c)) {
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                tokens.add(token(pattern, c, end - at));
                date |= "yuMd".indexOf(c) >= 0;
                time |= "Hh".indexOf(c) >= 0;
            } else {
                tokens.add(new TimeToken.Literal(String.valueOf(c)));
            }
            at = end;
        }
        if (!date && !time) {
            throw new IllegalArgumentException("Pattern '" + pattern + "' holds neither a date nor a time");
        }
        return new TimePattern(
                pattern, List.copyOf(tokens), date ? (time ? ColumnType.DATETIME : ColumnType.DATE) : ColumnType.TIME);
    }

    /** As {@link #of}, empty where the pattern is not understood. */
    public static Optional<TimePattern> find(String pattern) {
        try {
            return Optional.of(of(pattern));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The pattern as text. */
    public String pattern() {
        return pattern;
    }

    /** DATE, TIME or DATETIME. */
    public ColumnType type() {
        return type;
    }

    /** Microseconds since 1970, or {@link #MISSING} where the text does not fit. */
    public long parse(String text) {
        TimeFields fields = new TimeFields();
        int at = 0;
        for (int i = 0; i < tokens.size() && at >= 0; i++) {
            at = tokens.get(i).parse(text, at, fields);
        }
        return at == text.length() && fields.isValid() ? fields.toMicros() : MISSING;
    }

    /** Writes a moment; parts that the pattern lacks are lost. */
    public String format(long micros) {
        TextBytes out = new TextBytes(pattern.length() + 8);
        write(micros, out);
        return out.toString();
    }

    /** Appends what {@link #format} writes. */
    void write(long micros, TextBytes out) {
        TimeFields fields = TimeFields.of(micros);
        for (TimeToken token : tokens) {
            token.format(out, fields);
        }
    }

    /** What a moment's text says of it: equal for two moments exactly where their texts are, and written as they are. */
    long told(long micros) {
        if (resolution.isRegular()) {
            return resolution.floor(micros);
        }
        long read = parse(format(micros));
        return read == MISSING ? micros : read;
    }

    @Override
    public String toString() {
        return pattern;
    }

    private static TimeToken token(String pattern, char letter, int count) {
        TimeToken.Part number = NUMBERS.get(letter);
        if (number != null && count <= 2) {
            return new TimeToken.Digits(number, count, 2);
        }
        return switch (letter) {
            case 'y', 'u' ->
                switch (count) {
                    case 2 -> new TimeToken.Digits(TimeToken.Part.YEAR_OF_CENTURY, 2, 2);
                    case 4 -> new TimeToken.Digits(TimeToken.Part.YEAR, 4, 4);
                    default -> throw unknown(pattern, letter, count);
                };
            case 'M', 'E' -> {
                if (count > 4) {
                    throw unknown(pattern, letter, count);
                }
                yield TimeToken.Name.of(letter == 'M', count == 4);
            }
            case 'S' -> {
                if (count > 9) {
                    throw unknown(pattern, letter, count);
                }
                yield new TimeToken.Fraction(count);
            }
            case 'a' -> new TimeToken.HalfDay();
            case 'X', 'x' -> {
                if (count > 3) {
                    throw unknown(pattern, letter, count);
                }
                yield new TimeToken.Offset(count == 3, count > 1, letter == 'X');
            }
            default -> throw unknown(pattern, letter, count);
        };
    }

    private static IllegalArgumentException unknown(String pattern, char letter, int count) {
        return new IllegalArgumentException("Pattern '" + pattern + "' holds '"
                + String.valueOf(letter).repeat(count) + "', which is not understood");
    }

    private static int literalEnd(String pattern, int from) {
        int at = from + 1;
        while (at < pattern.length()) {
            if (pattern.charAt(at) == '\'') {
                if (at + 1 >= pattern.length() || pattern.charAt(at + 1) != '\'' || at == from + 1) {
                    return at + 1;
                }
                at++;
            }
            at++;
        }
        throw new IllegalArgumentException("Pattern '" + pattern + "' opens a quote and does not close it");
    }

    private static String literal(String quoted) {
        return quoted.isEmpty() ? "'" : quoted.replace("''", "'");
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
