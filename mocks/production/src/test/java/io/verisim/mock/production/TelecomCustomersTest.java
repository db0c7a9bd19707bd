package io.verisim.mock.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelecomCustomersTest {

    private static final int ROWS = 4_000;
    private static final List<List<String>> CUSTOMERS = customers(5);

    @Test
    void theSameSeedWritesTheSameBytesAndAnotherSeedOthers(@TempDir Path folder) throws IOException {
        byte[] first = written(folder, 300, 1);
        assertThat(written(folder, 300, 1)).isEqualTo(first);
        assertThat(written(folder, 300, 2)).isNotEqualTo(first);
    }

    @Test
    void aLongerTableBeginsWithTheShorterOne(@TempDir Path folder) throws IOException {
        String longer = new String(written(folder, 300, 1));
        assertThat(longer).startsWith(new String(written(folder, 100, 1)));
    }

    @Test
    void atLeastTwentyFiveColumnsAndTheRowsAskedFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("t.csv");
        TelecomCustomers.write(file, 1000, 3);
        List<String> lines = Files.readAllLines(file);
        assertThat(TelecomCustomers.columns()).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
        assertThat(lines).hasSize(1001).startsWith(String.join(",", TelecomCustomers.columns()));
    }

    @Test
    void keysAreUnique() {
        assertThat(column("customer_id")).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void everyNationalIdAndIbanHasValidCheckDigits() {
        assertThat(column("national_id"))
                .allSatisfy(id -> assertThat(elevenTest(id)).isZero());
        assertThat(column("iban")).allSatisfy(iban -> assertThat(mod97(iban)).isOne());
    }

    @Test
    void totalChargesFollowTenureAndMonthlyChargesWithNoise() {
        double[] expected = new double[ROWS];
        double[] actual = new double[ROWS];
        int n = 0;
        for (List<String> row : CUSTOMERS) {
            if (!at(row, "total_charges").isEmpty()) {
                expected[n] =
                        Double.parseDouble(at(row, "tenure_months")) * Double.parseDouble(at(row, "monthly_charges"));
                actual[n++] = Double.parseDouble(at(row, "total_charges"));
            }
        }
        assertThat(correlation(expected, actual, n)).isBetween(0.95, 0.995);
    }

    @Test
    void customersOfMonthlyContractsLeaveMoreOften() {
        assertThat(churn("Month-to-month")).isGreaterThan(3 * churn("Two years"));
    }

    @Test
    void postcodeCityAndProvinceAgree() {
        Map<String, Place> places = new HashMap<>();
        Place.ALL.forEach(place -> places.put(place.city(), place));
        int checked = 0;
        for (List<String> row : CUSTOMERS) {
            Place place = places.get(at(row, "city"));
            if (place != null
                    && at(row, "postcode").matches("\\d{4} [A-Z]{2}")
                    && !at(row, "province").isEmpty()) {
                int area = Integer.parseInt(at(row, "postcode").substring(0, 4));
                assertThat(area).isBetween(place.firstPostcode(), place.lastPostcode());
                assertThat(at(row, "province")).isEqualTo(place.province());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(ROWS * 8 / 10);
    }

    @Test
    void aFewDatesEmailsAndPostcodesAreMalformedAndSomeValuesMissing() {
        assertThat(share("last_payment_date", "\\d{2}/\\d{2}/\\d{4}")).isBetween(0.025, 0.049);
        assertThat(1 - share("email", "[a-z0-9]+(\\.[a-z]+)?@[a-z]+\\.[a-z]+")).isBetween(0.01, 0.06);
        assertThat(1 - share("postcode", "\\d{4} [A-Z]{2}")).isBetween(0.02, 0.08);
        assertThat(column("email").size()).isBetween(ROWS * 90 / 100, ROWS * 97 / 100);
    }

    @Test
    void somePeopleAppearTwiceAndNotesNameThem() {
        List<String> ids = column("national_id");
        assertThat(ids.size() - new HashSet<>(ids).size()).isBetween(5, 80);
        long named = CUSTOMERS.stream()
                .filter(row -> at(row, "notes").contains(at(row, "last_name")))
                .count();
        assertThat(named).isGreaterThan(ROWS / 20);
    }

    private static List<List<String>> customers(long seed) {
        CustomerBook book =
                new CustomerBook(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        return IntStream.range(0, ROWS).mapToObj(row -> book.next(row).fields()).toList();
    }

    private static byte[] written(Path folder, int rows, long seed) throws IOException {
        Path file = folder.resolve("customers.csv");
        TelecomCustomers.write(file, rows, seed);
        return Files.readAllBytes(file);
    }

    private static String at(List<String> row, String column) {
        return row.get(TelecomCustomers.columns().indexOf(column));
    }

    private static List<String> column(String name) {
        return CUSTOMERS.stream()
                .map(row -> at(row, name))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static double share(String column, String pattern) {
        List<String> values = column(column);
        return values.stream().filter(value -> value.matches(pattern)).count() / (double) values.size();
    }

    private static double churn(String contract) {
        List<List<String>> rows = CUSTOMERS.stream()
                .filter(row -> at(row, "contract").equals(contract))
                .toList();
        return rows.stream().filter(row -> at(row, "churn").equals("Yes")).count() / (double) rows.size();
    }

    private static int elevenTest(String number) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (number.charAt(i) - '0');
        }
        return (sum - (number.charAt(8) - '0')) % 11;
    }

    private static int mod97(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }

    private static double correlation(double[] x, double[] y, int n) {
        double mx = IntStream.range(0, n).mapToDouble(i -> x[i]).average().orElseThrow();
        double my = IntStream.range(0, n).mapToDouble(i -> y[i]).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
