package io.verisim.synthesizer.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.numerics.RandomStreams;
import io.verisim.testkit.Property;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberBinsTest {

    private final RandomGenerator random = RandomStreams.of(5).generator();

    @Test
    void aFrequentValueHasABinOfItsOwn() {
        double[] values = new double[1_000];
        Arrays.setAll(values, i -> i < 300 ? 42 : i / 10.0);
        NumberBins bins = NumberBins.of(values, 20, 25);
        int spike = bins.bin(42);
        assertThat(bins.isSpike(spike)).isTrue();
        assertThat(bins.draw(spike, random)).isEqualTo(42);
    }

    @Property
    void everyNumberLiesInItsBinAndBinsGiveNumbersOfTheirOwn(RandomGenerator cases, int size) {
        double[] values =
                cases.doubles(1 + size * 5L).map(v -> Math.rint(v * v * 500)).toArray();
        NumberBins bins = NumberBins.of(values, 16, 10);
        assertThat(IntStream.range(0, bins.size()).map(bins::count).sum()).isEqualTo(values.length);
        for (int bin = 0; bin < bins.size(); bin++) {
            double drawn = bins.draw(bin, cases);
            assertThat(bins.bin(drawn)).isEqualTo(bin);
            assertThat(drawn).isEqualTo(Math.rint(drawn)).isBetween(bins.low(), bins.high());
        }
    }

    @Test
    void rareNumbersAreHardlyEverDrawnAsTheyAre() {
        double[] values = random.doubles(2_000).map(v -> v * 1e6).toArray();
        NumberBins bins = NumberBins.of(values, 64, 25);
        Set<Double> source = new HashSet<>();
        Arrays.stream(values).forEach(source::add);
        long copied = IntStream.range(0, 20_000)
                .mapToDouble(i -> bins.draw(i % bins.size(), random))
                .filter(source::contains)
                .count();
        assertThat(copied).isLessThan(10);
    }

    @Test
    void aHabitOfRoundingIsKeptInItsShares() {
        double[] prices = new double[5_000];
        Arrays.setAll(
                prices,
                i -> i % 4 == 0 ? random.nextInt(1, 100) * 10 : random.nextInt(1_000) + 0.25 * random.nextInt(4));
        Habit habit = Habit.of(prices);
        double[] snapped = random.doubles(20_000)
                .map(v -> habit.snap(v * 1_000, 0, 1_000, random))
                .toArray();
        assertThat(share(snapped, 10)).isBetween(share(prices, 10) - 0.02, share(prices, 10) + 0.02);
        assertThat(Arrays.stream(snapped).allMatch(v -> Math.abs(v * 100 - Math.rint(v * 100)) < 1e-9))
                .isTrue();
    }

    @Test
    void roundNumbersAreAsFrequentAsTheyWere() {
        double[] prices = new double[3_000];
        Arrays.setAll(
                prices,
                i -> i % 4 == 0
                        ? 100 * random.nextInt(5, 20)
                        : i % 4 == 1 ? 50 * random.nextInt(10, 40) : 500 + random.nextInt(1_500));
        NumberBins bins = NumberBins.of(prices, 128, 25);
        assertThat(bins.isHeaped()).isTrue();
        double[] drawn = IntStream.range(0, bins.size())
                .boxed()
                .flatMapToDouble(
                        bin -> IntStream.range(0, 10 * bins.count(bin)).mapToDouble(i -> bins.draw(bin, random)))
                .toArray();
        for (double step : new double[] {10, 50, 100}) {
            assertThat(share(drawn, step)).isCloseTo(share(prices, step), within(0.015));
        }
    }

    @Test
    void numbersWithoutGapsAreDrawnAsEvenly() {
        double[] rates = new double[735];
        Arrays.setAll(rates, i -> 30 + i % 70);
        NumberBins bins = NumberBins.of(rates, 128, 25);
        int[] found = new int[100];
        for (int bin = 0; bin < bins.size(); bin++) {
            for (int i = 0; i < 100 * bins.count(bin); i++) {
                found[(int) bins.draw(bin, random)]++;
            }
        }
        assertThat(Arrays.stream(found).skip(30))
                .allSatisfy(count -> assertThat(count).isBetween(850, 1_250));
    }

    private static double share(double[] values, double step) {
        return Arrays.stream(values).filter(v -> v % step == 0).count() / (double) values.length;
    }
}
