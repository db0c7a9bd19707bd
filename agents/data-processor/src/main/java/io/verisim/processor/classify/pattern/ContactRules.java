package io.verisim.processor.classify.pattern;

import io.verisim.model.sensitivity.SensitivityType;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Forms of addresses: e-mail, web, postcode, position on earth. */
final class ContactRules {

    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}]{2,24}");
    private static final Pattern URL = Pattern.compile("(?i)(https?|ftp)://\\S+|www\\.\\S+\\.\\S+");
    private static final Pattern DOMAIN =
            Pattern.compile("(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,3}[a-z]{2,12}");
    private static final Pattern POSTCODE = Pattern.compile(
            "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}" // United Kingdom
                    + "|[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d" // Canada
                    + "|[1-9]\\d{3} ?[A-Z]{2}" // Netherlands
                    + "|\\d{5}-\\d{4}" // United States
                    + "|\\d{4}-\\d{3}" // Portugal
                    + "|\\d{5}-\\d{3}" // Brazil
                    + "|\\d{2}-\\d{3}" // Poland
                    + "|\\d{3} \\d{2}" // Czechia, Slovakia, Sweden, Greece
                    + "|[A-Z]\\d[\\dW] ?[A-Z\\d]{4}" // Ireland
                    + "|(AD|LV|LT|MD|AZ)-?\\d{3,4}");
    private static final Pattern POSITION =
            Pattern.compile("\\(?[+-]?\\d{1,2}\\.\\d{3,},\\s*[+-]?\\d{1,3}\\.\\d{3,}\\)?");
    private static final int LONGEST_EMAIL = 254;

    private ContactRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.distinctive(SensitivityType.EMAIL, "e-mail addresses", 0.98, ContactRules::isEmail),
                Rule.distinctive(SensitivityType.URL, "web addresses", 0.95, matches(URL, 2_000)),
                Rule.distinctive(SensitivityType.URL, "domain names", 0.7, matches(DOMAIN, 100)),
                new Rule(SensitivityType.POSTCODE, "spelt as postcodes are", 0.9, 0.05, matches(POSTCODE, 10)),
                Rule.distinctive(SensitivityType.GEO, "pairs of latitude and longitude", 0.95, matches(POSITION, 60)));
    }

    static boolean isEmail(String value) {
        return value.indexOf('@') > 0
                && value.length() <= LONGEST_EMAIL
                && EMAIL.matcher(value).matches();
    }

    static Predicate<String> matches(Pattern pattern, int longest) {
        return value -> value.length() <= longest && pattern.matcher(value).matches();
    }
}
