package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Normal;

/**
 * How often an attack succeeds: with s successes in n tries and z = Φ⁻¹((1 + c)/2), the centre (s + z²/2)/(n + z²) and
 * half the width z/(n + z²)·√(s(n − s)/n + z²/4) of the score interval of E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", 1927 (doi:10.1080/01621459.1927.10502953). Without a try one half ± one half.
 *
 * @param successes from 0 to {@code tries}; fractions where a try counts in part
 * @param tries 0 or more
 * @param rate centre of the interval, from 0 to 1
 * @param error half the width of the interval of 95 %
 */
public record Rate(double successes, int tries, double rate, double error) {

    private static final double CONFIDENCE = 0.95;
    private static final double Z = Normal.quantile((1 + CONFIDENCE) / 2);

    public Rate {
        if (!(successes >= 0 && successes <= tries)) {
            throw new IllegalArgumentException(successes + " successes in " + tries + " tries");
        }
    }

    /** The rate of so many successes. */
    static Rate of(double successes, int tries) {
        double weight = tries + Z * Z;
        double spread = tries == 0 ? 0 : successes * (tries - successes) / tries;
        return new Rate(successes, tries, (successes + Z * Z / 2) / weight, Z / weight * Math.sqrt(spread + Z * Z / 4));
    }

    /** Lower end of the interval. */
    double low() {
        return Math.max(0, rate - error);
    }

    /** Upper end of the interval. */
    double high() {
        return Math.min(1, rate + error);
    }
}
