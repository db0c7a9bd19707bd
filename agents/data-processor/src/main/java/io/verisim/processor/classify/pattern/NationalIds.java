package io.verisim.processor.classify.pattern;

import static io.verisim.processor.classify.pattern.CheckDigits.digit;
import static io.verisim.processor.classify.pattern.CheckDigits.weighted;

import io.verisim.model.sensitivity.SensitivityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Numbers by which states know their citizens, taxpayers and insured, with their check digits. */
final class NationalIds {

    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    private static final int[] POLISH = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
    private static final List<Rule> ALL = rules();

    private NationalIds() {}

    static List<Rule> all() {
        return ALL;
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        add(rules, "US social security numbers", 0.001, "(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}", id -> true);
        add(
                rules,
                "UK national insurance numbers",
                0.001,
                "(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]",
                id -> true);
        add(
                rules,
                "French social security numbers",
                0.011,
                "[12378]\\d{4}(\\d{2}|2[AB])\\d{6}\\d{2}",
                NationalIds::french);
        add(rules, "German tax ids", 0.1, "[1-9]\\d{10}", id -> CheckDigits.mod11to10(id) && repeats(id));
        add(rules, "Spanish DNI or NIE", 0.044, "[XYZ]?\\d{7,8}-?[A-Z]", NationalIds::spanish);
        add(
                rules,
                "Italian fiscal codes",
                0.04,
                "[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]",
                NationalIds::italian);
        add(rules, "Polish PESEL", 0.05, "\\d{11}", id -> weighted(id, POLISH) % 10 == 0 && polishDate(id));
        add(rules, "Brazilian CPF", 0.012, "\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}", NationalIds::brazilian);
        add(rules, "Indian Aadhaar numbers", 0.1, "[2-9]\\d{3} ?\\d{4} ?\\d{4}", CheckDigits::verhoeff);
        add(
                rules,
                "Dutch citizen service numbers",
                0.1,
                "\\d{9}",
                id -> Math.floorMod(weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, -1), 11) == 0 && !id.startsWith("000"));
        add(rules, "Swedish personal numbers", 0.04, "(19|20)?\\d{6}[-+]?\\d{4}", NationalIds::swedish);
        add(rules, "Norwegian birth numbers", 0.01, "\\d{6} ?\\d{5}", NationalIds::norwegian);
        add(rules, "Danish CPR numbers", 0.05, "\\d{6}-\\d{4}", id -> dayFirst(id));
        add(rules, "Finnish identity codes", 0.03, "\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Z]", NationalIds::finnish);
        add(
                rules,
                "Belgian national numbers",
                0.011,
                "\\d{2}\\.?\\d{2}\\.?\\d{2}-?\\d{3}\\.?\\d{2}",
                NationalIds::belgian);
        add(rules, "Swiss social security numbers", 0.001, "756\\.?\\d{4}\\.?\\d{4}\\.?\\d{2}", NationalIds::ean13);
        add(rules, "Canadian social insurance numbers", 0.1, "[1-79]\\d{2}[ -]?\\d{3}[ -]?\\d{3}", CheckDigits::luhn);
        add(
                rules,
                "Australian tax file numbers",
                0.09,
                "\\d{3} ?\\d{3} ?\\d{3}",
                id -> weighted(id, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0);
        add(
                rules,
                "Chinese resident identity numbers",
                0.02,
                "[1-8]\\d{5}(19|20)\\d{2}(0[1-9]|1[0-2])[0-3]\\d{4}[\\dX]",
                NationalIds::chinese);
        add(
                rules,
                "South African identity numbers",
                0.02,
                "\\d{2}(0[1-9]|1[0-2])[0-3]\\d{5}[01]\\d{2}",
                CheckDigits::luhn);
        add(
                rules,
                "Korean resident registration numbers",
                0.02,
                "\\d{2}(0[1-9]|1[0-2])[0-3]\\d-[1-8]\\d{6}",
                id -> true);
        add(rules, "Portuguese tax numbers", 0.1, "[1-3]\\d{8}", NationalIds::portuguese);
        add(rules, "Irish PPS numbers", 0.044, "\\d{7}[A-W][A-IW]?", NationalIds::irish);
        add(rules, "Chilean RUT", 0.09, "\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dkK]", NationalIds::chilean);
        add(rules, "Mexican CURP", 0.001, "[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z\\d]\\d", id -> true);
        return List.copyOf(rules);
    }

    /** The check gets the value in upper case without its separators; a value of plain digits is told by chance alone. */
    private static void add(List<Rule> rules, String what, double chance, String form, Predicate<String> check) {
        Pattern pattern = Pattern.compile(form);
        rules.add(new Rule(SensitivityType.NATIONAL_ID, what, 0.94, chance, value -> {
            if (value.length() < 8 || value.length() > 20) {
                return false;
            }
            String upper = value.toUpperCase(Locale.ROOT);
            return pattern.matcher(upper).matches() && check.test(compact(upper));
        }));
    }

    private static String compact(String value) {
        return value.replace(" ", "").replace("-", "").replace(".", "").replace("+", "");
    }

    private static boolean french(String id) {
        String digits = id.replace("2A", "19").replace("2B", "18");
        int month = Integer.parseInt(digits.substring(3, 5));
        return (month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50)
                && 97 - CheckDigits.remainder(digits.substring(0, 13), 97) == Integer.parseInt(digits.substring(13));
    }

    /** Of the first ten digits at least one stands twice or three times. */
    private static boolean repeats(String id) {
        return id.substring(0, 10).chars().distinct().count() < 10;
    }

    private static boolean spanish(String id) {
        char first = id.charAt(0);
        String digits = first >= 'X' ? (first - 'X') + id.substring(1) : id;
        int number = Integer.parseInt(digits.substring(0, digits.length() - 1));
        return digits.length() == 9 && SPANISH.charAt(number % 23) == digits.charAt(8);
    }

    private static boolean italian(String id) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = id.charAt(i);
            int value = c <= '9' ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
        }
        return sum % 26 == id.charAt(15) - 'A';
    }

    private static boolean polishDate(String id) {
        int month = Integer.parseInt(id.substring(2, 4)) % 20;
        int day = Integer.parseInt(id.substring(4, 6));
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static boolean brazilian(String id) {
        int first = weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        int second = weighted(id, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        return first == digit(id, 9)
                && second == digit(id, 10)
                && id.chars().distinct().count() > 1;
    }

    private static boolean swedish(String id) {
        String ten = id.substring(id.length() - 10);
        int month = Integer.parseInt(ten.substring(2, 4));
        int day = Integer.parseInt(ten.substring(4, 6)) % 60;
        return month >= 1 && month <= 12 && day >= 1 && day <= 31 && CheckDigits.luhn(ten);
    }

    private static boolean norwegian(String id) {
        int first = (11 - weighted(id, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
        int second = (11 - weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return first == digit(id, 9) && second == digit(id, 10) && dayFirst(id);
    }

    private static boolean dayFirst(String id) {
        int day = Integer.parseInt(id.substring(0, 2)) % 40;
        int month = Integer.parseInt(id.substring(2, 4)) % 40;
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private static boolean finnish(String id) {
        if (!dayFirst(id)) {
            return false;
        }
        String number = id.substring(0, 6) + id.substring(id.length() - 4, id.length() - 1);
        return number.chars().allMatch(Character::isDigit)
                && FINNISH.charAt(Integer.parseInt(number) % 31) == id.charAt(id.length() - 1);
    }

    private static boolean belgian(String id) {
        long number = Long.parseLong(id.substring(0, 9));
        int check = Integer.parseInt(id.substring(9));
        return 97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check;
    }

    private static boolean ean13(String id) {
        return weighted(id, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
    }

    private static boolean chinese(String id) {
        int sum = weighted(id, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        return "10X98765432".charAt(sum % 11) == id.charAt(17);
    }

    private static boolean portuguese(String id) {
        int check = 11 - weighted(id, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check > 9 ? 0 : check) == digit(id, 8);
    }

    private static boolean irish(String id) {
        int sum = weighted(id, 8, 7, 6, 5, 4, 3, 2);
        int extra = id.length() > 8 && id.charAt(8) != 'W' ? 9 * (id.charAt(8) - 'A' + 1) : 0;
        return IRISH.charAt((sum + extra) % 23) == id.charAt(7);
    }

    private static boolean chilean(String id) {
        int sum = 0;
        int weight = 2;
        for (int i = id.length() - 2; i >= 0; i--) {
            sum += digit(id, i) * weight;
            weight = weight == 7 ? 2 : weight + 1;
        }
        int check = 11 - sum % 11;
        char expected = check == 11 ? '0' : check == 10 ? 'K' : (char) ('0' + check);
        return id.charAt(id.length() - 1) == expected;
    }
}
