package io.verisim.processor.classify.pattern;

import io.verisim.model.sensitivity.SensitivityType;
import java.util.List;
import java.util.regex.Pattern;

/** Forms of payment data: card numbers, their expiry, international bank account numbers. */
final class AccountRules {

    private static final Pattern CARD =
            Pattern.compile("\\d{13,19}|\\d{4}([ -]\\d{4}){2,3}([ -]\\d{1,3})?|\\d{4}[ -]\\d{6}[ -]\\d{5}");
    private static final Pattern ISSUER =
            Pattern.compile("(4|5[0-8]|6[0-9]|3[0-9]|22[2-9]|2[3-6]|27[01]|2720|1800|2131).*");
    private static final Pattern SHORT_CARD = Pattern.compile("(3[47]|1800|2131).*");
    private static final Pattern EXPIRY = Pattern.compile("(0?[1-9]|1[0-2])\\s?/\\s?(20)?[1-4]\\d");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

    private AccountRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        SensitivityType.CREDIT_CARD,
                        "card numbers with a valid check digit",
                        0.98,
                        0.1,
                        AccountRules::isCard),
                Rule.distinctive(SensitivityType.IBAN, "IBANs with valid check digits", 0.99, AccountRules::isIban),
                new Rule(
                        SensitivityType.CARD_EXPIRY,
                        "months and years as on payment cards",
                        0.55,
                        0.05,
                        ContactRules.matches(EXPIRY, 9)));
    }

    static boolean isCard(String value) {
        if (value.length() < 13 || value.length() > 23 || !CARD.matcher(value).matches()) {
            return false;
        }
        String digits = digits(value);
        return digits.length() >= 13
                && !isDeviceNumber(digits)
                && ISSUER.matcher(digits).matches()
                && varies(digits)
                && CheckDigits.luhn(digits);
    }

    static boolean isIban(String value) {
        if (value.length() < 15 || value.length() > 42) {
            return false;
        }
        String compact = value.replace(" ", "").replace("-", "").toUpperCase(java.util.Locale.ROOT);
        return IBAN.matcher(compact).matches() && !BIC.matcher(compact).matches() && CheckDigits.iban(compact);
    }

    /** Fifteen digits that begin as no card of that length does. */
    static boolean isDeviceNumber(String digits) {
        return digits.length() == 15 && !SHORT_CARD.matcher(digits).matches();
    }

    static String digits(String value) {
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** Not a few digits repeated, as round amounts and fillers are. */
    private static boolean varies(String digits) {
        return digits.chars().distinct().count() >= 2 && !digits.endsWith("000000");
    }
}
