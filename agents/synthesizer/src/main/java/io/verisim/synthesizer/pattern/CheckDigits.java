package io.verisim.synthesizer.pattern;

import java.util.List;

/** Ways to check a number by its own digits. Spaces and punctuation do not count. */
public enum CheckDigits {
    /** Nothing is checked. */
    NONE {
        @Override
        boolean isValid(String plain) {
            return true;
        }
    },
    /** ISO/IEC 7812-1, Annex B: cards and many other numbers. */
    LUHN {
        @Override
        boolean isValid(String plain) {
            int sum = 0;
            for (int i = 0; i < plain.length(); i++) {
                int digit = digit(plain, plain.length() - 1 - i);
                int weighted = i % 2 == 1 ? 2 * digit : digit;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
            return plain.length() > 1 && sum % 10 == 0;
        }
    },
    /** ISO 13616: the first four characters at the end, letters from 10 on, remainder 1 modulo 97. */
    IBAN {
        @Override
        boolean isValid(String plain) {
            if (plain.length() < 15) {
                return false;
            }
            return remainder(plain) == 1;
        }
    },
    /** Dutch citizen service number: weights 9 to 2 and −1, divisible by 11. */
    ELEVEN {
        @Override
        boolean isValid(String plain) {
            if (plain.length() != 9) {
                return false;
            }
            int sum = -digit(plain, 8);
            for (int i = 0; i < 8; i++) {
                sum += (9 - i) * digit(plain, i);
            }
            return sum % 11 == 0;
        }
    },
    /** Spanish DNI: eight digits and the letter of their remainder modulo 23. */
    DNI {
        @Override
        boolean isValid(String plain) {
            return plain.matches("\\d{8}[A-Z]")
                    && "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(plain.substring(0, 8)) % 23)
                            == plain.charAt(8);
        }
    },
    /** Polish PESEL: weights 1, 3, 7, 9 repeated and a last digit that makes the sum end in 0. */
    PESEL {
        @Override
        boolean isValid(String plain) {
            if (plain.length() != 11) {
                return false;
            }
            int sum = digit(plain, 10);
            for (int i = 0; i < 10; i++) {
                sum += new int[] {1, 3, 7, 9}[i % 4] * digit(plain, i);
            }
            return sum % 10 == 0;
        }
    };

    private static final double SHARE = 0.95;
    private static final int LEAST_VALUES = 10;
    private static final List<CheckDigits> STRICTEST_FIRST = List.of(IBAN, DNI, ELEVEN, PESEL, LUHN);

    /** Whether characters without spaces and punctuation, in upper case, pass. */
    abstract boolean isValid(String plain);

    /** The check that at least 95 % of the values pass, where there are ten of them; else {@link #NONE}. */
    static CheckDigits of(List<String> values) {
        for (CheckDigits check : STRICTEST_FIRST) {
            long valid = values.stream().filter(check::accepts).count();
            if (values.size() >= LEAST_VALUES && valid >= SHARE * values.size()) {
                return check;
            }
        }
        return NONE;
    }

    /** Whether a value passes. */
    public boolean accepts(String value) {
        String plain = plain(value);
        boolean number = this == LUHN || this == ELEVEN || this == PESEL;
        return !plain.isEmpty() && (!number || plain.chars().allMatch(Character::isDigit)) && isValid(plain);
    }

    /** The value with its check digits made right; unchanged where that is not possible. */
    String repair(String value) {
        if (this == NONE) {
            return value;
        }
        char[] repaired = value.toCharArray();
        if (this == IBAN) {
            return repairIban(repaired);
        }
        int last = lastPlace(repaired);
        String alphabet = last >= 0 ? Alphabet.of(Alphabet.kindOf(repaired[last])) : "";
        for (int i = 0; i < alphabet.length(); i++) {
            repaired[last] = alphabet.charAt(i);
            String candidate = new String(repaired);
            if (accepts(candidate)) {
                return candidate;
            }
        }
        return value;
    }

    private String repairIban(char[] iban) {
        int[] places = new int[2];
        int seen = 0;
        for (int i = 0; i < iban.length && seen < 4; i++) {
            if (Character.isLetterOrDigit(iban[i])) {
                if (seen >= 2) {
                    places[seen - 2] = i;
                }
                seen++;
            }
        }
        iban[places[0]] = '0';
        iban[places[1]] = '0';
        int check = 98 - remainder(plain(new String(iban)));
        iban[places[0]] = (char) ('0' + check / 10);
        iban[places[1]] = (char) ('0' + check % 10);
        return new String(iban);
    }

    /** Modulo 97 with the first four characters at the end; −1 where a character is neither letter nor digit. */
    private static int remainder(String plain) {
        int rest = 0;
        for (int i = 0; i < plain.length(); i++) {
            int value = Character.digit(plain.charAt((i + 4) % plain.length()), 36);
            if (value < 0) {
                return -1;
            }
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest;
    }

    private static int lastPlace(char[] value) {
        for (int i = value.length - 1; i >= 0; i--) {
            if (Character.isLetterOrDigit(value[i])) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (Character.isLetterOrDigit(value.charAt(i))) {
                plain.append(Character.toUpperCase(value.charAt(i)));
            }
        }
        return plain.toString();
    }

    private static int digit(String plain, int at) {
        return plain.charAt(at) - '0';
    }
}
