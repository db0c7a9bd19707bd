package io.verisim.synthesizer.identity;

import io.verisim.text.SyntheticPerson;
import java.text.Normalizer;
import java.util.random.RandomGenerator;

/**
 * The part of an e-mail address before the {@code @}, or a user name, made from the person's names. A style says whether
 * the given name is there in full, by its initial or not at all, what stands between the names, and how many digits
 * follow: {@code full.2} is {@code anna.smith47}.
 */
final class LocalPart {

    private static final int MOST_DIGITS = 4;

    private LocalPart() {}

    static String styleOf(String value) {
        int at = value.indexOf('@');
        String local = at >= 0 ? value.substring(0, at) : value;
        int end = local.length();
        while (end > 0 && Character.isDigit(local.charAt(end - 1))) {
            end--;
        }
        int digits = Math.min(MOST_DIGITS, local.length() - end);
        String names = local.substring(0, end);
        for (char separator : new char[] {'.', '_', '-'}) {
            int split = names.indexOf(separator);
            if (split > 0 && split < names.length() - 1) {
                return (split == 1 ? "initial" : "full") + separator + digits;
            }
        }
        return (names.length() > 0 && names.length() < 7 ? "given" : "full") + " " + digits;
    }

    static String write(String style, SyntheticPerson person, long unique, RandomGenerator random) {
        int digits = style.charAt(style.length() - 1) - '0';
        char separator = style.charAt(style.length() - 2);
        String given = ascii(person.given());
        String family = ascii(person.family());
        String between = separator == ' ' ? "" : String.valueOf(separator);
        String names = switch (style.substring(0, style.length() - 2)) {
            case "initial" -> given.substring(0, 1) + between + family;
            case "given" -> given;
            default -> given + between + family;
        };
        StringBuilder local = new StringBuilder(names);
        if (unique >= 0) {
            return local.append(unique).toString();
        }
        for (int d = 0; d < digits; d++) {
            local.append((char) ('0' + (d == 0 ? 1 + random.nextInt(9) : random.nextInt(10))));
        }
        return local.toString();
    }

    private static String ascii(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        String decomposed = Normalizer.isNormalized(name, Normalizer.Form.NFKD)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKD);
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.isEmpty() ? "x" : plain.toString();
    }
}
