package io.verisim.synthesizer.quality.html;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text and numbers as HTML. */
final class Html {

    /** Most characters of a sentence. */
    static final int SENTENCE = 400;

    private static final int LONGEST = 80;

    private Html() {}

    /** Escaped, and cut where it is long. */
    static String text(String value) {
        return text(value, LONGEST);
    }

    /** Escaped, and cut after so many characters. */
    static String text(String value, int longest) {
        String shown = value.length() > longest ? value.substring(0, longest - 1) + "…" : value;
        StringBuilder out = new StringBuilder(shown.length() + 16);
        shown.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return out.toString();
    }

    /** A score with three decimals; a dash where undefined. */
    static String score(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    static String percent(double share) {
        return share > 0 && share < 0.0005 ? "&lt; 0.1 %" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** A p-value; small ones only as such. */
    static String probability(@Nullable Double p) {
        return p == null ? "–" : p < 0.001 ? "&lt; 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /** A value of an axis with four significant digits. */
    static String axis(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        String plain = String.format(Locale.ROOT, "%.4g", value);
        return plain.contains(".") && !plain.contains("e") ? plain.replaceAll("\\.?0+$", "") : plain;
    }

    static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
