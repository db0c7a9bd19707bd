package io.verisim.synthesizer.model.privatemarginals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.numerics.Normal;
import io.verisim.testkit.Property;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ConcentratedTest {

    /** What the Gaussian mechanism of this loss really has (B. Balle, Y.-X. Wang, arXiv:1805.06530, theorem 5). */
    private static double ofGaussian(double rho, double epsilon) {
        double mu = Math.sqrt(2 * rho);
        return Normal.cdf(mu / 2 - epsilon / mu) - Math.exp(epsilon) * Normal.cdf(-mu / 2 - epsilon / mu);
    }

    /** The older, simpler bound (M. Bun, T. Steinke, proposition 1.3), which holds for ε of at least ρ. */
    private static double simple(double rho, double epsilon) {
        return Math.exp(-(epsilon - rho) * (epsilon - rho) / (4 * rho));
    }

    @Property
    void deltaLiesBetweenThatOfTheGaussianAndTheSimpleBound(RandomGenerator random) {
        double rho = Math.exp(random.nextDouble(-8, 2));
        double epsilon = rho + Math.sqrt(rho) * random.nextDouble(0.1, 6);
        assertThat(Concentrated.delta(rho, epsilon))
                .isGreaterThanOrEqualTo(ofGaussian(rho, epsilon) - 1e-9)
                .isLessThanOrEqualTo(simple(rho, epsilon) * (1 + 1e-9));
    }

    @Property
    void theBudgetIsUsedUpAndNotOverdrawn(RandomGenerator random) {
        double epsilon = Math.exp(random.nextDouble(-4, 3));
        double delta = Math.pow(10, random.nextDouble(-12, -0.5));
        double rho = Concentrated.rho(epsilon, delta);
        assertThat(Concentrated.delta(rho, epsilon)).isLessThanOrEqualTo(delta);
        assertThat(Concentrated.delta(rho * 1.001, epsilon)).isGreaterThan(delta);
    }

    @Test
    void theUsualBudgetIsWhatItIsElsewhere() {
        // the formula's minimum over a grid of 200,000 α, worked out in Python
        assertThat(Concentrated.rho(1, 1e-6)).isCloseTo(0.0243559703, within(1e-8));
        assertThat(Concentrated.rho(8, 1e-5)).isCloseTo(1.2297145253, within(1e-8));
    }
}
