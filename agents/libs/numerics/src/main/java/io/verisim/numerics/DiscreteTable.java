package io.verisim.numerics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Whole numbers from one on, each with its probability, cumulated in a table. */
@SuppressWarnings("ArrayRecordComponent")
record DiscreteTable(int first, double[] upTo) implements Distribution {

    private static final double NOTHING = 1e-17;
    private static final int MOST = 4_000_000;

    /** Numbers of which the mass is known, until what is left is below rounding. */
    static DiscreteTable of(int first, IntToDoubleFunction mass) {
        double[] upTo = new double[64];
        double sum = 0;
        int count = 0;
        boolean beyond = false;
        while (count < MOST && !(beyond && mass.applyAsDouble(first + count) < NOTHING)) {
            if (count == upTo.length) {
                upTo = Arrays.copyOf(upTo, count * 2);
            }
            sum += mass.applyAsDouble(first + count);
            beyond |= sum > 0.5;
            upTo[count++] = sum;
        }
        upTo[count - 1] = 1;
        return new DiscreteTable(first, Arrays.copyOf(upTo, count));
    }

    /** So many numbers in the proportion of weights. */
    static DiscreteTable ofWeights(int first, int count, IntToDoubleFunction weight) {
        double[] upTo = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weight.applyAsDouble(first + i);
            upTo[i] = sum;
        }
        for (int i = 0; i < count; i++) {
            upTo[i] /= sum;
        }
        upTo[count - 1] = 1;
        return new DiscreteTable(first, upTo);
    }

    @Override
    public double quantile(double p) {
        int at = Arrays.binarySearch(upTo, p);
        while (at > 0 && upTo[at - 1] == p) {
            at--;
        }
        return first + Math.min(at >= 0 ? at : -at - 1, upTo.length - 1);
    }

    @Override
    public double cdf(double x) {
        double at = Math.floor(x) - first;
        return at < 0 ? 0 : at >= upTo.length ? 1 : upTo[(int) at];
    }

    @Override
    public boolean isDiscrete() {
        return true;
    }
}
