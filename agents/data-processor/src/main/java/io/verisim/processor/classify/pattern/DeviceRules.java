package io.verisim.processor.classify.pattern;

import io.verisim.model.sensitivity.SensitivityType;
import java.util.List;
import java.util.regex.Pattern;

/** Forms that machines give: network addresses, device numbers, hashes, surrogate ids. */
final class DeviceRules {

    private static final Pattern IP_4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)(/\\d{1,2}|:\\d{1,5})?");
    private static final Pattern IP_6 =
            Pattern.compile("(?i)(?=.*[0-9a-f])(?=(.*:){2})[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}(%\\w+|/\\d{1,3})?");
    private static final Pattern MAC =
            Pattern.compile("(?i)[0-9a-f]{2}([:-][0-9a-f]{2}){5}|([0-9a-f]{4}\\.){2}[0-9a-f]{4}");
    private static final Pattern UUID = Pattern.compile("(?i)\\{?[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}}?");
    private static final Pattern AGENT = Pattern.compile("(Mozilla|Opera|Dalvik|curl|okhttp)/\\d.*");
    private static final Pattern HASH =
            Pattern.compile("\\$2[aby]\\$\\d\\d\\$.{53}|\\$argon2.*|\\$[156]\\$.*|\\{SSHA}.*|pbkdf2_\\w+\\$.*");
    private static final Pattern HEX = Pattern.compile("(?i)[0-9a-f]{32}");
    private static final Pattern DIGEST = Pattern.compile("(?i)[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");

    private DeviceRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.distinctive(SensitivityType.IP, "internet addresses", 0.96, DeviceRules::isAddress),
                Rule.distinctive(SensitivityType.DEVICE_ID, "hardware addresses", 0.95, ContactRules.matches(MAC, 17)),
                Rule.distinctive(
                        SensitivityType.DEVICE_ID, "browser signatures", 0.9, ContactRules.matches(AGENT, 1_000)),
                new Rule(
                        SensitivityType.DEVICE_ID,
                        "equipment identities with a valid check digit",
                        0.9,
                        0.1,
                        DeviceRules::isEquipment),
                Rule.distinctive(SensitivityType.ID, "universally unique ids", 0.95, ContactRules.matches(UUID, 38)),
                Rule.distinctive(
                        SensitivityType.PASSWORD, "digests of passwords", 0.95, ContactRules.matches(HASH, 200)),
                Rule.distinctive(
                        SensitivityType.PASSWORD, "digests, as of passwords", 0.5, ContactRules.matches(DIGEST, 64)),
                Rule.distinctive(SensitivityType.ID, "hexadecimal ids", 0.6, ContactRules.matches(HEX, 32)));
    }

    private static boolean isAddress(String value) {
        if (value.length() > 49 || value.length() < 3) {
            return false;
        }
        if (value.indexOf(':') > 0 && IP_4.matcher(value).matches()) {
            return true;
        }
        return IP_4.matcher(value).matches() && !isVersion(value)
                || value.indexOf(':') >= 0
                        && !TIME.matcher(value).matches()
                        && !MAC.matcher(value).matches()
                        && IP_6.matcher(value).matches();
    }

    /** Four small numbers are the version of a program. */
    private static boolean isVersion(String value) {
        return value.length() <= 8
                && value.indexOf('.') <= 2
                && value.charAt(0) != '1'
                && value.chars().filter(Character::isDigit).count() <= 5;
    }

    private static boolean isEquipment(String value) {
        return value.length() == 15
                && value.chars().allMatch(c -> c >= '0' && c <= '9')
                && AccountRules.isDeviceNumber(value)
                && CheckDigits.luhn(value);
    }
}
