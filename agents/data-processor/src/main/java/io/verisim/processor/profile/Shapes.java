package io.verisim.processor.profile;

import io.verisim.processor.profile.ColumnProfile.Frequency;
import io.verisim.tabular.TextColumn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What occurs most: values, and shapes of values. */
final class Shapes {

    private static final int MOST = 10;
    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_SHAPE = 40;
    private static final int LOOKED_AT = 400;
    private static final Comparator<Frequency> OFTEN_FIRST =
            Comparator.comparingLong(Frequency::count).reversed().thenComparing(Frequency::value);

    private Shapes() {}

    static List<Frequency> topValues(TextColumn column, int[] counts) {
        return IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .mapToObj(code -> new Frequency(shortened(column.dictionary().get(code)), counts[code]))
                .sorted(OFTEN_FIRST)
                .limit(MOST)
                .toList();
    }

    static List<Frequency> topShapes(TextColumn column, int[] counts) {
        Map<String, Long> shapes = new HashMap<>();
        for (int code = 0; code < counts.length; code++) {
            shapes.merge(shape(column.dictionary().get(code)), (long) counts[code], Long::sum);
        }
        return shapes.entrySet().stream()
                .map(shape -> new Frequency(shape.getKey(), shape.getValue()))
                .sorted(OFTEN_FIRST)
                .limit(MOST)
                .toList();
    }

    /** Letters and digits by class; a run of equal classes is written once with a plus sign, digits one by one. */
    static String shape(String value) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        for (int i = 0; i < Math.min(value.length(), LOOKED_AT) && shape.length() < LONGEST_SHAPE; i++) {
            char kind = kind(value.charAt(i));
            boolean letter = kind == 'a' || kind == 'A';
            if (!letter || kind != last) {
                shape.append(kind);
            } else if (shape.charAt(shape.length() - 1) != '+') {
                shape.append('+');
            }
            last = kind;
        }
        return shape.toString();
    }

    private static char kind(char c) {
        if (Character.isDigit(c)) {
            return '9';
        }
        if (Character.isUpperCase(c)) {
            return 'A';
        }
        return Character.isLetter(c) ? 'a' : Character.isWhitespace(c) ? ' ' : c;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
