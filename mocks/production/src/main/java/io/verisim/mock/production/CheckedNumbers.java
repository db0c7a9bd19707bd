package io.verisim.mock.production;

import java.math.BigInteger;

/** Numbers that carry check digits. */
final class CheckedNumbers {

    /** A bank that does not exist. */
    private static final String BANK = "VRSM";

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int BSN_DIGITS = 9;

    private CheckedNumbers() {}

    /** A citizen service number that passes the eleven test: 9·d₁ + 8·d₂ + … + 2·d₈ − d₉ is a multiple of 11. */
    static String citizenServiceNumber(Dice dice) {
        while (true) {
            String first = "9" + dice.digits(BSN_DIGITS - 2);
            int sum = 0;
            for (int i = 0; i < first.length(); i++) {
                sum += (BSN_DIGITS - i) * (first.charAt(i) - '0');
            }
            int check = sum % 11;
            if (check < 10) {
                return first + check;
            }
        }
    }

    /** A Dutch IBAN whose check digits hold (ISO 13616, mod 97). */
    static String iban(Dice dice) {
        String account = BANK + "0" + dice.digits(9);
        int check = 98
                - new BigInteger(lettersAsNumbers(account + "NL00"))
                        .mod(NINETY_SEVEN)
                        .intValueExact();
        return "NL" + (check < 10 ? "0" : "") + check + account;
    }

    private static String lettersAsNumbers(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return digits.toString();
    }
}
