package io.verisim.processor.classify.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings spellings together: lower case, no diacritics. The dictionaries are stored folded. */
final class Fold {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Fold() {}

    static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower.strip();
        }
        String bare = Normalizer.normalize(
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll(""), Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(bare.length() + 4);
        for (int i = 0; i < bare.length(); i++) {
            letter(out, bare.charAt(i));
        }
        return out.toString().strip();
    }

    /** The words of a text, folded: runs of letters, with apostrophes inside. */
    static List<String> words(String text) {
        String folded = of(text);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && isWordPart(folded, i, start >= 0);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isWordPart(String text, int at, boolean inWord) {
        char c = text.charAt(at);
        if (Character.isLetter(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
            return true;
        }
        return c == '\'' && inWord && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static void letter(StringBuilder out, char c) {
        switch (c) {
            case 'ø' -> out.append('o');
            case 'ł' -> out.append('l');
            case 'ß' -> out.append("ss");
            case 'æ' -> out.append("ae");
            case 'đ', 'ð' -> out.append('d');
            case 'ı' -> out.append('i');
            case 'œ' -> out.append("oe");
            case 'þ' -> out.append("th");
            case '’' -> out.append('\'');
            default -> out.append(c);
        }
    }
}
