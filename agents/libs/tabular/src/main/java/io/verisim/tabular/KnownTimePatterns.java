package io.verisim.tabular;

import io.verisim.model.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The formats of dates and times that are looked for, in order of preference: where the values fit several equally, ISO
 * 8601 goes first, then the day before the month, then the month before the day.
 */
final class KnownTimePatterns {

    private static final List<String> ISO_DATES =
            List.of("yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyy-M-d", "yyyy/M/d");
    private static final List<String> DAY_FIRST = List.of(
            "dd/MM/yyyy",
            "dd.MM.yyyy",
            "dd-MM-yyyy",
            "d/M/yyyy",
            "d.M.yyyy",
            "d-M-yyyy",
            "dd/MM/yy",
            "dd.MM.yy",
            "d/M/yy",
            "d.M.yy");
    private static final List<String> MONTH_FIRST =
            List.of("MM/dd/yyyy", "MM-dd-yyyy", "M/d/yyyy", "M-d-yyyy", "MM/dd/yy", "M/d/yy");
    private static final List<String> NAMED = List.of(
            "dd MMM yyyy",
            "d MMM yyyy",
            "dd-MMM-yyyy",
            "d-MMM-yyyy",
            "dd-MMM-yy",
            "MMM dd, yyyy",
            "MMM d, yyyy",
            "dd MMMM yyyy",
            "d MMMM yyyy",
            "MMMM dd, yyyy",
            "MMMM d, yyyy",
            "EEE, dd MMM yyyy",
            "EEE MMM dd yyyy");
    private static final List<String> TIMES = List.of(
            "HH:mm:ss",
            "HH:mm",
            "HH:mm:ss.SSS",
            "HH:mm:ss.SSSSSS",
            "HH:mm:ss.S",
            "HH:mm:ss.SSSSSSSSS",
            "HH:mm:ss,SSS",
            "hh:mm:ss a",
            "hh:mm a",
            "H:mm:ss",
            "H:mm",
            "h:mm:ss a",
            "h:mm a",
            "h:mm:ssa",
            "h:mma");
    private static final List<String> OFFSETS = List.of("XXX", "XX", "X", " XXX", " XX", "' UTC'", "' GMT'");

    private static final List<TimePattern> ALL = build();
    private static final List<TimePattern> COMPACT =
            Stream.of("yyyyMMdd", "yyyyMMddHHmmss").map(TimePattern::of).toList();

    private KnownTimePatterns() {}

    static List<TimePattern> all() {
        return ALL;
    }

    /** Digits only: looked for with more care, for a number may look the same. */
    static List<TimePattern> compact() {
        return COMPACT;
    }

    /**
     * What else values of a column may be written in, given its main format: those that agree with it on whether the day
     * or the month comes first go before the others.
     */
    static List<TimePattern> besides(TimePattern main) {
        boolean monthFirst = isMonthFirst(main);
        List<TimePattern> near = new ArrayList<>();
        List<TimePattern> far = new ArrayList<>();
        for (TimePattern pattern : ALL) {
            boolean sameKind = (pattern.type() == ColumnType.TIME) == (main.type() == ColumnType.TIME);
            if (sameKind && !pattern.pattern().equals(main.pattern())) {
                (isMonthFirst(pattern) && !monthFirst || isDayFirst(pattern) && monthFirst ? far : near).add(pattern);
            }
        }
        near.addAll(far);
        return near;
    }

    private static boolean isMonthFirst(TimePattern pattern) {
        return MONTH_FIRST.stream().anyMatch(pattern.pattern()::startsWith);
    }

    private static boolean isDayFirst(TimePattern pattern) {
        return DAY_FIRST.stream().anyMatch(pattern.pattern()::startsWith);
    }

    private static List<TimePattern> build() {
        List<String> patterns = new ArrayList<>();
        List<List<String>> families = List.of(ISO_DATES, DAY_FIRST, MONTH_FIRST, NAMED);
        families.forEach(patterns::addAll);
        for (List<String> dates : families) {
            for (String date : dates) {
                for (String time : TIMES) {
                    patterns.add(date + " " + time);
                    patterns.add(date + ", " + time);
                    if (dates == ISO_DATES) {
                        iso(patterns, date, time);
                    }
                }
            }
        }
        patterns.add("EEE MMM dd HH:mm:ss yyyy");
        patterns.add("EEE, dd MMM yyyy HH:mm:ss XX");
        patterns.addAll(TIMES);
        return patterns.stream().map(TimePattern::of).toList();
    }

    private static void iso(List<String> patterns, String date, String time) {
        if (date.equals("yyyy-MM-dd")) {
            patterns.add(date + "'T'" + time);
            OFFSETS.forEach(offset -> patterns.add(date + "'T'" + time + offset));
            OFFSETS.forEach(offset -> patterns.add(date + " " + time + offset));
        }
    }
}
