package io.verisim.synthesizer.model.gan.coding;

import io.verisim.numerics.Normal;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.marginal.NumberBins;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The scale on which a column's numbers are learnt, and the way back to numbers as the column has them. The scale is the
 * numbers' own or, for a copula, that of normal scores Φ⁻¹(u) with u the middle of the ranks of equal numbers.
 *
 * <p>Back, one of three ways. A value that a calibrated network made has a rank among its values of this column, and
 * becomes the number of that rank in the source; a normal score z that of rank Φ(z); and any other value stays, kept
 * within the source's limits and rounded as the source rounds.
 */
final class NumberScale {

    private static final int MOST_BINS = 256;
    private static final int SMALLEST_BIN = 25;

    private final boolean scores;
    private final NumberBins bins;
    private final double[] upTo;
    private final double[] made;

    private NumberScale(boolean scores, NumberBins bins, double[] made) {
        this.scores = scores;
        this.bins = bins;
        this.made = made;
        upTo = new double[bins.size()];
        double sum = 0;
        for (int b = 0; b < upTo.length; b++) {
            sum += bins.count(b);
            upTo[b] = sum;
        }
        for (int b = 0; b < upTo.length; b++) {
            upTo[b] /= sum;
        }
    }

    static NumberScale of(double[] numbers, boolean scores) {
        return new NumberScale(scores, NumberBins.of(numbers, MOST_BINS, SMALLEST_BIN), new double[0]);
    }

    /** The same, for values that a network makes. */
    NumberScale calibrated(double[] sortedMade) {
        return new NumberScale(scores, bins, sortedMade);
    }

    /** Sorted numbers on this scale. */
    double[] scaled(double[] sorted) {
        if (!scores) {
            return sorted;
        }
        double[] scaled = new double[sorted.length];
        for (int i = 0; i < sorted.length; ) {
            int end = i + 1;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            double score = Normal.quantile((i + end) / 2.0 / sorted.length);
            Arrays.fill(scaled, i, end, score);
            i = end;
        }
        return scaled;
    }

    /** A number for a value on this scale. */
    double number(double value, RandomGenerator random) {
        if (made.length > 0) {
            return ranked(rank(value, random), random);
        }
        if (scores) {
            return ranked(Normal.cdf(value), random);
        }
        return Math.max(bins.low(), Math.min(bins.high(), bins.habit().round(value)));
    }

    /** The share of made values below this one, drawn among equal ones. */
    private double rank(double value, RandomGenerator random) {
        int below = lowerBound(value, false);
        int upTo = lowerBound(value, true);
        double draw = random.nextDouble();
        return upTo == below ? (below + draw) / (made.length + 1) : (below + draw * (upTo - below)) / made.length;
    }

    private int lowerBound(double value, boolean includingEqual) {
        int low = 0;
        int high = made.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (made[middle] < value || (includingEqual && made[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double ranked(double share, RandomGenerator random) {
        int at = Arrays.binarySearch(upTo, share);
        return bins.draw(Math.min(at >= 0 ? at + 1 : -at - 1, upTo.length - 1), random);
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(scores);
        bins.write(out);
        Codec.writeDoubles(out, made);
    }

    static NumberScale read(DataInput in) throws IOException {
        return new NumberScale(in.readBoolean(), NumberBins.read(in), Codec.readDoubles(in));
    }
}
