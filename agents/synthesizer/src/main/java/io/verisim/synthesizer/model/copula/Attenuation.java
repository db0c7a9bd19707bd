package io.verisim.synthesizer.model.copula;

import io.verisim.numerics.Normal;

/**
 * How far the cutting of normal variables into parts weakens their correlation, and what it was before. The scores of
 * the parts are a step function of the normal variable; with its coefficients c in normalised Hermite polynomials, two
 * columns whose normal variables have correlation ρ have scores of correlation Σ cₖ·c′ₖ·ρᵏ (Mehler's formula). Solved
 * for ρ this is the polychoric correlation by moments.
 */
final class Attenuation {

    private static final int TERMS = 40;
    private static final double LARGEST = 0.999;
    private static final int STEPS = 50;

    private Attenuation() {}

    /** The coefficients of a column, from the first on; those of a column that does not vary are all 0. */
    static double[] coefficients(Marginal marginal) {
        double[] scores = Scores.standard(marginal);
        double[] coefficients = new double[TERMS];
        for (int part = 0; part < scores.length; part++) {
            double[] from = integrals(marginal.begin(part));
            double[] to = integrals(marginal.end(part));
            for (int k = 0; k < TERMS; k++) {
                coefficients[k] += scores[part] * (from[k] - to[k]);
            }
        }
        return coefficients;
    }

    /** Over the density beyond x, of each normalised polynomial k from 1 on: He(k−1)(x)·φ(x)/√k!. */
    private static double[] integrals(double x) {
        double[] integrals = new double[TERMS];
        if (Double.isInfinite(x)) {
            return integrals;
        }
        double density = Normal.density(x);
        double before = 0;
        double current = 1;
        for (int k = 1; k <= TERMS; k++) {
            integrals[k - 1] = current * density / Math.sqrt(k);
            double next = (x * current - Math.sqrt(k - 1) * before) / Math.sqrt(k);
            before = current;
            current = next;
        }
        return integrals;
    }

    /** The correlation of the normal variables that gives the scores this one; the nearest where none does. */
    static double undone(double[] one, double[] other, double correlation) {
        double low = -LARGEST;
        double high = LARGEST;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (attenuated(one, other, middle) < correlation) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The correlation of the scores where the normal variables have this one. */
    static double attenuated(double[] one, double[] other, double correlation) {
        double sum = 0;
        double power = 1;
        for (int k = 0; k < TERMS; k++) {
            power *= correlation;
            sum += one[k] * other[k] * power;
        }
        return sum;
    }
}
