package io.verisim.synthesizer.model.privatemarginals;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactNoiseTest {

    private static final int DRAWS = 40_000;

    /** Standard errors that a right chance exceeds in one of a million cases. */
    private static final double FAR = 4.9;

    private final ExactNoise noise = new ExactNoise(RandomStreams.of(5).generator());

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 3", "1, 1", "7, 4", "40, 9"})
    void decaysWithTheChanceOfItsName(long p, long q) {
        int yes = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            yes += noise.decays(p, q) ? 1 : 0;
        }
        assertChance(yes, Math.exp(-(double) p / q));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "3, 2", "2500, 1024", "100, 1"})
    void gaussianHasTheChancesOfTheDiscreteGaussian(long numerator, long denominator) {
        double variance = (double) numerator / denominator;
        int[] seen = new int[101];
        for (int draw = 0; draw < DRAWS; draw++) {
            long value = noise.gaussian(numerator, denominator);
            assertThat(value).isBetween(-60L, 60L);
            seen[(int) Math.clamp(value, -50, 50) + 50]++;
        }
        double total = 0;
        for (int x = -200; x <= 200; x++) {
            total += Math.exp(-x * x / (2 * variance));
        }
        for (int x = -30; x <= 30; x++) {
            assertChance(seen[x + 50], Math.exp(-x * x / (2 * variance)) / total);
        }
    }

    @Test
    void choosesByTheExponentialOfTheScore() {
        long[] scores = {3, 0, 4, -2, 4};
        int[] seen = new int[scores.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            seen[noise.choose(scores, 1, 2)]++;
        }
        double total = 0;
        for (long score : scores) {
            total += Math.exp(score / 2.0);
        }
        for (int i = 0; i < scores.length; i++) {
            assertChance(seen[i], Math.exp(scores[i] / 2.0) / total);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.01", "0.004, 0.0000001", "0.0001, 0.2"})
    void aThresholdIsReachedWithItsChanceAndTheNextLowerOneMoreOften(double rho, double delta) {
        Gaussian mechanism = new Gaussian(noise, rho);
        double variance = 1 / (2 * mechanism.rho());
        long threshold = mechanism.reachedWith(delta);
        double total = 0;
        double tail = 0;
        double below = 0;
        for (long x = -20_000; x <= 20_000; x++) {
            double weight = Math.exp(-0.5 * x * x / variance);
            total += weight;
            tail += x >= threshold ? weight : 0;
            below += x >= threshold - 1 ? weight : 0;
        }
        assertThat(tail / total).isLessThanOrEqualTo(delta);
        assertThat(below / total).isGreaterThan(delta);
    }

    @Test
    void halfTheNoiseIsHalfTheNoise() {
        Gaussian mechanism = new Gaussian(noise, 0.003);
        assertThat(mechanism.scaled(0.5).sigma() / mechanism.sigma()).isBetween(0.49, 0.51);
    }

    private static void assertChance(int seen, double chance) {
        double error = Math.sqrt(DRAWS * chance * (1 - chance)) + 1;
        assertThat((seen - DRAWS * chance) / error).isBetween(-FAR, FAR);
    }
}
