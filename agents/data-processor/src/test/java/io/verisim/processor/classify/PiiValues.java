package io.verisim.processor.classify;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Personal values of many locales, made here with check digits of their own, not with the classifiers' code. */
final class PiiValues {

    private static final Map<String, List<String>> NAMES = UnknownNames.load();
    private static final List<String> LOCALES =
            NAMES.keySet().stream().map(key -> key.split(" ")[0]).distinct().toList();
    private static final List<String> IBAN_DIGITS =
            List.of("DE18", "AT16", "BE12", "ES20", "PT21", "PL24", "DK14", "FI14", "CZ20", "SE20");

    private final RandomGenerator random;
    private final String locale;

    PiiValues(RandomGenerator random) {
        this.random = random;
        this.locale = any(LOCALES);
    }

    String locale() {
        return locale;
    }

    String email() {
        String local = ascii(given()) + any(List.of(".", "_", "-", "")) + ascii(family()) + any(List.of("", digits(2)));
        String domain = ascii(family()) + any(List.of(".com", ".de", ".co.uk", ".fr", ".com.br", ".example", ".info"));
        return local + "@" + domain;
    }

    String iban() {
        String form = any(IBAN_DIGITS);
        String country = form.substring(0, 2);
        String account = digits(Integer.parseInt(form.substring(2)));
        String moved = account + (country.charAt(0) - 'A' + 10) + (country.charAt(1) - 'A' + 10) + "00";
        int check = 98 - new BigInteger(moved).mod(BigInteger.valueOf(97)).intValue();
        return country + (check < 10 ? "0" : "") + check + account;
    }

    String card() {
        String prefix = any(List.of("4", "51", "55", "2221", "34", "37", "6011", "3528", "5018"));
        int length = prefix.startsWith("34") || prefix.startsWith("37") ? 15 : 16;
        return luhn(prefix + digits(length - 1 - prefix.length()));
    }

    String groupedCard() {
        String card = luhn("4" + digits(14));
        return card.substring(0, 4) + " " + card.substring(4, 8) + " " + card.substring(8, 12) + " "
                + card.substring(12);
    }

    /** In a style of the caller's choice, so that a column is consistent. */
    String phone(int style) {
        return switch (style) {
            case 0 -> "+49 " + nonZero() + digits(2) + " " + digits(7);
            case 1 -> "(" + nonZero() + digits(2) + ") " + nonZero() + digits(2) + "-" + digits(4);
            case 2 -> "0" + nonZero() + " " + digits(2) + " " + digits(2) + " " + digits(2) + " " + digits(2);
            case 3 -> "+" + any(List.of("1", "44", "31", "33", "351", "420")) + nonZero() + digits(8);
            case 4 -> "0" + nonZero() + digits(2) + "/" + digits(6);
            case 5 -> nonZero() + digits(2) + "-" + nonZero() + digits(2) + "-" + digits(4);
            case 6 -> "07" + digits(3) + " " + digits(6);
            case 7 -> "06" + digits(8);
            default -> nonZero() + digits(2) + "." + digits(3) + "." + digits(4) + any(List.of("", " x" + digits(3)));
        };
    }

    String address(int style) {
        String root = family();
        int number = 1 + random.nextInt(180);
        return switch (style) {
            case 0 -> number + " " + root + any(List.of(" Street", " Road", " Avenue", " Lane", " Drive", " Close"));
            case 1 -> root + any(List.of("straße ", "weg ", "gasse ", "platz ", "allee ")) + number;
            case 2 -> number + any(List.of(" rue ", " avenue ", " boulevard ", " chemin ")) + "de " + root;
            case 3 -> any(List.of("Calle ", "Avenida ", "Plaza ", "Paseo ")) + root + ", " + number;
            case 4 -> any(List.of("Via ", "Piazza ", "Viale ", "Corso ")) + root + " " + number;
            case 5 -> root + any(List.of("straat ", "laan ", "plein ", "kade ")) + number;
            case 6 -> any(List.of("ul. ", "al. ", "pl. ")) + root + " " + number + "/" + (1 + random.nextInt(40));
            default -> any(List.of("Rua ", "Avenida ", "Travessa ")) + root + ", " + number;
        };
    }

    String nationalId(int kind) {
        return switch (kind) {
            case 0 ->
                (100 + random.nextInt(500)) + "-" + (10 + random.nextInt(89)) + "-" + (1000 + random.nextInt(8999));
            case 1 -> "A" + any(List.of("A", "B", "C", "E", "H")) + digits(6) + any(List.of("A", "B", "C", "D"));
            case 2 -> spanish();
            case 3 -> elevenTest();
            case 4 -> cpf();
            case 5 -> pesel();
            case 6 -> french();
            default -> luhn(date("yyMMdd") + digits(3));
        };
    }

    String ip() {
        return random.nextInt(30, 224) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                + random.nextInt(256);
    }

    String ip6() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            groups.add(Integer.toHexString(random.nextInt(1 << 16)));
        }
        return String.join(":", groups);
    }

    String birthDate() {
        return LocalDate.of(1935, 1, 1).plusDays(random.nextInt(26_000)).toString();
    }

    String given() {
        return any(names("given"));
    }

    String family() {
        return any(names("family"));
    }

    /** Of the locale, or Dutch ones where it has none. */
    private List<String> names(String kind) {
        List<String> names = NAMES.get(locale + " " + kind);
        return names != null ? names : NAMES.getOrDefault("nl " + kind, List.of());
    }

    private String spanish() {
        int number = random.nextInt(10_000_000, 99_999_999);
        return number + "" + "TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23);
    }

    private String elevenTest() {
        while (true) {
            String first = nonZero() + digits(7);
            int sum = 0;
            for (int i = 0; i < 8; i++) {
                sum += (9 - i) * (first.charAt(i) - '0');
            }
            if (sum % 11 < 10) {
                return first + sum % 11;
            }
        }
    }

    private String cpf() {
        String nine = digits(9);
        String ten = nine + cpfDigit(nine, 10);
        String all = ten + cpfDigit(ten, 11);
        return all.substring(0, 3) + "." + all.substring(3, 6) + "." + all.substring(6, 9) + "-" + all.substring(9);
    }

    private static int cpfDigit(String digits, int weight) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (weight - i);
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }

    private String pesel() {
        String ten = date("yyMMdd") + digits(4);
        int[] weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += weights[i] * (ten.charAt(i) - '0');
        }
        return ten + (10 - sum % 10) % 10;
    }

    private String french() {
        String body = (1 + random.nextInt(2)) + date("yyMM") + (10 + random.nextInt(80)) + digits(6);
        long key = 97 - Long.parseLong(body) % 97;
        return body + (key < 10 ? "0" : "") + key;
    }

    private String date(String pattern) {
        return LocalDate.of(1940, 1, 1)
                .plusDays(random.nextInt(21_000))
                .format(java.time.format.DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private static String luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int value = i % 2 == 0 ? 2 * digit : digit;
            sum += value / 10 + value % 10;
        }
        return body + (10 - sum % 10) % 10;
    }

    private static String ascii(String name) {
        String bare = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z]", "");
        return bare.isEmpty() ? "k" : bare;
    }

    private String nonZero() {
        return Integer.toString(2 + random.nextInt(8));
    }

    private String digits(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
