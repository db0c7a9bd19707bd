package io.verisim.synthesizer.pattern;

import io.verisim.model.sensitivity.SensitivityType;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Moves a value into a range set aside for tests and documentation, where its kind has one: US telephone numbers with 555
 * 01xx, UK ones in 7700 900xxx, US social security numbers from 900 on, test card numbers, IPv4 and IPv6 addresses for
 * documentation and benchmarks (RFC 5737, 2544, 3849).
 */
final class TestRanges {

    private static final Pattern NOT_DIGITS = Pattern.compile("\\D");
    private static final Pattern AMERICAN = Pattern.compile("\\(?\\d{3}\\)?[-. ]\\d{3}[-. ]\\d{4}");
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("\\d{3}-\\d{2}-\\d{4}");

    private TestRanges() {}

    static String apply(SensitivityType type, String value, RandomGenerator random) {
        return switch (type) {
            case PHONE -> phone(value);
            case CREDIT_CARD -> overwrite(value, 0, cardPrefix(value));
            case NATIONAL_ID -> SOCIAL_SECURITY.matcher(value).matches() ? "9" + value.substring(1) : value;
            case IP -> address(value, random);
            default -> value;
        };
    }

    private static String phone(String value) {
        boolean plus = value.startsWith("+");
        String digits = plus ? NOT_DIGITS.matcher(value).replaceAll("") : "";
        if (plus && digits.startsWith("44") && digits.length() == 12) {
            return overwrite(value, 2, "7700900");
        }
        boolean american = plus
                ? digits.startsWith("1") && digits.length() == 11
                : AMERICAN.matcher(value).matches();
        return american ? overwrite(value, plus ? 4 : 3, "55501") : value;
    }

    private static String cardPrefix(String value) {
        return switch (value.isEmpty() ? ' ' : value.charAt(0)) {
            case '4' -> "400000";
            case '5', '2' -> "555555";
            case '3' -> "378282";
            default -> "601111";
        };
    }

    private static String address(String value, RandomGenerator random) {
        if (value.indexOf(':') >= 0) {
            return "2001:db8::" + Integer.toHexString(1 + random.nextInt(0xffff)) + ":"
                    + Integer.toHexString(random.nextInt(0xffff));
        }
        if (value.indexOf('.') < 0) {
            return value;
        }
        int last = 1 + random.nextInt(254);
        return switch (random.nextInt(4)) {
            case 0 -> "192.0.2." + last;
            case 1 -> "198.51.100." + last;
            case 2 -> "203.0.113." + last;
            default -> "198." + (18 + random.nextInt(2)) + "." + random.nextInt(256) + "." + last;
        };
    }

    /** Replaces digits from the one of this number on. */
    private static String overwrite(String value, int firstDigit, String digits) {
        StringBuilder out = new StringBuilder(value);
        int seen = 0;
        for (int i = 0; i < out.length() && seen < firstDigit + digits.length(); i++) {
            if (Character.isDigit(out.charAt(i))) {
                if (seen >= firstDigit) {
                    out.setCharAt(i, digits.charAt(seen - firstDigit));
                }
                seen++;
            }
        }
        return out.toString();
    }
}
