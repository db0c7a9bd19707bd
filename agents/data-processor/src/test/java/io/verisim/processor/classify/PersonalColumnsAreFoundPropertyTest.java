package io.verisim.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.testkit.Property;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** P3, property 10: a column full of personal values is found, whatever it is called and whatever its locale. */
class PersonalColumnsAreFoundPropertyTest {

    private static final double ALMOST_SURE = 0.9;

    @Property(tries = 100)
    void emails(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        assertFound(random, size, pii.locale(), pii::email, SensitivityType.EMAIL, ALMOST_SURE);
    }

    @Property(tries = 100)
    void ibans(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        assertFound(random, size, "", pii::iban, SensitivityType.IBAN, ALMOST_SURE);
    }

    @Property(tries = 100)
    void cardNumbers(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        boolean grouped = random.nextBoolean();
        assertFound(random, size, "", grouped ? pii::groupedCard : pii::card, SensitivityType.CREDIT_CARD, ALMOST_SURE);
    }

    @Property(tries = 100)
    void telephoneNumbers(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        int style = random.nextInt(9);
        assertFound(
                random,
                size,
                "style " + style,
                () -> pii.phone(style),
                SensitivityType.PHONE,
                Classification.THRESHOLD);
    }

    @Property(tries = 100)
    void telephoneNumbersOfMixedStyles(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        assertFound(
                random, size, "", () -> pii.phone(random.nextInt(9)), SensitivityType.PHONE, Classification.THRESHOLD);
    }

    @Property(tries = 100)
    void addresses(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        int style = random.nextInt(8);
        assertFound(
                random,
                size,
                pii.locale() + style,
                () -> pii.address(style),
                SensitivityType.ADDRESS,
                Classification.THRESHOLD);
    }

    @Property(tries = 100)
    void nationalIds(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        int kind = random.nextInt(8);
        assertFound(
                random,
                size,
                "kind " + kind,
                () -> pii.nationalId(kind),
                SensitivityType.NATIONAL_ID,
                Classification.THRESHOLD);
    }

    @Property(tries = 100)
    void internetAddresses(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        boolean six = random.nextBoolean();
        assertFound(random, size, "", six ? pii::ip6 : pii::ip, SensitivityType.IP, Classification.THRESHOLD);
    }

    @Property(tries = 100)
    void datesOfBirth(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        List<String> values =
                random.ints(100 + 2L * size).mapToObj(i -> pii.birthDate()).toList();
        ColumnSensitivity verdict = Columns.judge(opaque(random), values);
        assertThat(verdict.confidence()).as("%s", verdict).isGreaterThan(Classification.THRESHOLD);
    }

    @Property(tries = 120)
    void fullNamesThatNoDictionaryHolds(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        boolean turned = random.nextBoolean();
        assertFound(
                random,
                size,
                pii.locale(),
                () -> turned ? pii.family() + ", " + pii.given() : pii.given() + " " + pii.family(),
                SensitivityType.NAME,
                Classification.THRESHOLD);
    }

    @Property(tries = 120)
    void familyNamesThatNoDictionaryHolds(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        assertFound(random, size, pii.locale(), pii::family, SensitivityType.NAME, Classification.THRESHOLD);
    }

    @Property(tries = 120)
    void givenNamesThatNoDictionaryHolds(RandomGenerator random, int size) {
        PiiValues pii = new PiiValues(random);
        assertFound(random, size, pii.locale(), pii::given, SensitivityType.NAME, Classification.THRESHOLD);
    }

    private static void assertFound(
            RandomGenerator random,
            int size,
            String what,
            Supplier<String> values,
            SensitivityType type,
            double confidence) {
        int rows = 60 + 3 * size;
        ColumnSensitivity verdict = Columns.judge(opaque(random), Columns.dirty(rows, random, values));
        assertThat(verdict.confidence()).as("%s %s", what, verdict).isGreaterThan(confidence);
        assertThat(verdict.sensitive()).isTrue();
        assertThat(verdict.sensitivityType()).as("%s %s", what, verdict).isEqualTo(type);
    }

    private static String opaque(RandomGenerator random) {
        return "c" + random.nextInt(1000);
    }
}
