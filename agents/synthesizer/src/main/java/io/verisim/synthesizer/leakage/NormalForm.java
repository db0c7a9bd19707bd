package io.verisim.synthesizer.leakage;

import io.verisim.model.sensitivity.SensitivityType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is left of a value when case, diacritics, spaces and format are taken away, so that different spellings of one
 * thing become equal: a phone number is its last eight digits, which it has with and without a country's code; a name its
 * words in alphabetical order, with umlauts written out or not; anything else its letters and digits, and a number
 * without leading zeros.
 */
public final class NormalForm {

    private static final int PHONE_DIGITS = 8;

    private NormalForm() {}

    /** The normal form; empty where nothing is left. */
    public static String of(SensitivityType type, String value) {
        return switch (type) {
            case PHONE -> phone(value);
            case NAME -> sorted(nameWords(value));
            case FREE_TEXT -> String.join(" ", words(value));
            default -> joined(words(value));
        };
    }

    /** Words without what stands between them; a number without leading zeros. */
    static String joined(List<String> words) {
        String joined = String.join("", words);
        return isNumber(joined) ? withoutZeros(joined) : joined;
    }

    /** Words of a name, with {@code ae}, {@code oe} and {@code ue} as the vowel that they may stand for. */
    static List<String> nameWords(String value) {
        return words(value).stream().map(NormalForm::nameWord).toList();
    }

    static String nameWord(String word) {
        return word.indexOf('e') < 0
                ? word
                : word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    /** Lower case without diacritics and invisible characters. */
    static String plain(String value) {
        StringBuilder out = new StringBuilder(value.length());
        String decomposed = isAscii(value) ? value : Normalizer.normalize(value, Normalizer.Form.NFKD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c < 128) {
                out.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && Character.getType(c) != Character.FORMAT) {
                out.append(unstroked(c));
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Letters that Unicode does not decompose, as they are usually written without their mark. */
    private static String unstroked(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'ø', 'Ø' -> "o";
            case 'ł', 'Ł' -> "l";
            case 'đ', 'Đ' -> "d";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'ı' -> "i";
            default -> String.valueOf(c);
        };
    }

    /** The runs of letters and digits of a value, in plain form. */
    static List<String> words(String value) {
        String plain = plain(value);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(plain.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    static String sorted(List<String> words) {
        String[] copy = words.toArray(String[]::new);
        Arrays.sort(copy);
        return String.join(" ", copy);
    }

    static String phone(String value) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            int digit = Character.digit(value.charAt(i), 10);
            if (digit >= 0) {
                digits.append(digit);
            }
        }
        return digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
    }
}
