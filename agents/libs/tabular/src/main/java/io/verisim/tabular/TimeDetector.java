package io.verisim.tabular;

import io.verisim.model.table.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the format of a column of dates or times. */
final class TimeDetector {

    /** This share of the values must be dates or times in some known format. */
    static final double SHARE = 0.95;

    private static final int SAMPLE = 200;
    private static final int COMPACT_DISTINCT = 10;

    private final List<String> values;
    private final List<Integer> counts;
    private final long total;

    /** @param counts occurrences of each value */
    TimeDetector(List<String> values, List<Integer> counts) {
        this.values = values;
        this.counts = counts;
        this.total = counts.stream().mapToLong(Integer::longValue).sum();
    }

    /** The dominant format, where dates or times are what the column holds. */
    Optional<TimePattern> detect() {
        if (!looksLikeTime()) {
            return Optional.empty();
        }
        List<TimePattern> candidates = KnownTimePatterns.all().stream()
                .filter(pattern -> sample().stream().anyMatch(value -> fits(pattern, value)))
                .toList();
        return candidates.stream()
                .max(Comparator.comparingLong(this::fitting)
                        .thenComparing(candidates::indexOf, Comparator.reverseOrder()))
                .filter(dominant -> share(dominant) >= SHARE)
                .map(this::withFixedOffset);
    }

    /** A format of digits only: every value fits it, lies between 1900 and 2099, and there are several. */
    Optional<TimePattern> detectCompact() {
        if (values.size() < COMPACT_DISTINCT) {
            return Optional.empty();
        }
        return KnownTimePatterns.compact().stream()
                .filter(pattern -> values.stream().allMatch(value -> isCompact(pattern, value)))
                .findFirst();
    }

    private static boolean isCompact(TimePattern pattern, String value) {
        return value.length() == pattern.pattern().length()
                && (value.startsWith("19") || value.startsWith("20"))
                && fits(pattern, value);
    }

    private List<String> sample() {
        return values.subList(0, Math.min(SAMPLE, values.size()));
    }

    private boolean looksLikeTime() {
        List<String> sample = sample();
        long plausible = sample.stream()
                .filter(value -> value.length() >= 4 && value.length() <= 45 && digits(value) >= 3)
                .count();
        return plausible > 0.8 * sample.size();
    }

    private static long digits(String value) {
        return value.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private long fitting(TimePattern pattern) {
        long fitting = 0;
        for (int i = 0; i < values.size(); i++) {
            fitting += fits(pattern, values.get(i)) ? counts.get(i) : 0;
        }
        return fitting;
    }

    private double share(TimePattern dominant) {
        TimeReader reader = new TimeReader(dominant);
        long read = 0;
        for (int i = 0; i < values.size(); i++) {
            read += reader.read(values.get(i)) == TimePattern.MISSING ? 0 : counts.get(i);
        }
        return (double) read / total;
    }

    /** Where every value has one and the same offset it is kept as text, so that local times stay what they are. */
    private TimePattern withFixedOffset(TimePattern pattern) {
        String text = pattern.pattern();
        int offsetAt = text.indexOf('X');
        if (offsetAt < 0 || pattern.type() != ColumnType.DATETIME) {
            return pattern;
        }
        String suffix = "";
        List<String> suffixes = new ArrayList<>();
        for (String value : values) {
            int at = Math.max(value.lastIndexOf('+'), Math.max(value.lastIndexOf('-'), value.lastIndexOf('Z')));
            suffix = at < 0 ? "" : value.substring(at);
            if (!suffixes.contains(suffix)) {
                suffixes.add(suffix);
            }
            if (suffixes.size() > 1 || suffix.equals("Z")) {
                return pattern;
            }
        }
        TimePattern fixed = TimePattern.of(text.substring(0, offsetAt) + "'" + suffix + "'");
        return values.stream().allMatch(value -> fits(fixed, value)) ? fixed : pattern;
    }

    private static boolean fits(TimePattern pattern, String value) {
        return pattern.parse(value.strip()) != TimePattern.MISSING;
    }
}
