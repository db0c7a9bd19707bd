package io.verisim.synthesizer.quality.data;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Patterns of C's strftime, as SDV metadata has them, as patterns of {@link java.time.format.DateTimeFormatter}. */
final class Strftime {

    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('Y', "yyyy"),
            Map.entry('y', "yy"),
            Map.entry('m', "MM"),
            Map.entry('d', "dd"),
            Map.entry('H', "HH"),
            Map.entry('I', "hh"),
            Map.entry('M', "mm"),
            Map.entry('S', "ss"),
            Map.entry('f', "SSSSSS"),
            Map.entry('p', "a"),
            Map.entry('b', "MMM"),
            Map.entry('B', "MMMM"),
            Map.entry('a', "EEE"),
            Map.entry('A', "EEEE"),
            Map.entry('z', "xx"),
            Map.entry('j', "DDD"),
            Map.entry('D', "MM/dd/yy"),
            Map.entry('F', "yyyy-MM-dd"),
            Map.entry('T', "HH:mm:ss"),
            Map.entry('R', "HH:mm"),
            Map.entry('%', "%"));

    private Strftime() {}

    /** The Java pattern; null where a directive has no counterpart. */
    static @Nullable String toJava(String pattern) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%') {
                boolean unpadded = i + 2 < pattern.length() && pattern.charAt(i + 1) == '-';
                i += unpadded ? 2 : 1;
                String letters = i < pattern.length() ? LETTERS.get(pattern.charAt(i)) : null;
                if (letters == null) {
                    return null;
                }
                java.append(unpadded ? letters.substring(0, 1) : letters);
            } else if (Character.isLetter(c)) {
                java.append('\'').append(c).append('\'');
            } else {
                java.append(c == '\'' ? "''" : String.valueOf(c));
            }
        }
        return java.toString();
    }
}
