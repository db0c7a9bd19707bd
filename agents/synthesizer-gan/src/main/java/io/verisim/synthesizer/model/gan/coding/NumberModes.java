package io.verisim.synthesizer.model.gan.coding;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Mode-specific normalisation: a number becomes the mode it belongs to, drawn by probability, and where it lies in it,
 * α = (x − μ)/(4σ) cut to ±0.99.
 */
final class NumberModes {

    private static final int MOST = 10;
    private static final double LEAST_WEIGHT = 0.005;
    private static final int MOST_POINTS = 2_048;
    private static final double LIMIT = 0.99;

    private final double[] means;
    private final double[] deviations;
    private final double[] weights;

    private NumberModes(double[] means, double[] deviations, double[] weights) {
        this.means = means;
        this.deviations = deviations;
        this.weights = weights;
    }

    /**
     * The modes of some numbers, at most ten.
     *
     * @param sorted ascending, finite, at least one
     */
    static NumberModes of(double[] sorted) {
        double centre = Arrays.stream(sorted).average().orElseThrow();
        double square =
                Arrays.stream(sorted).map(x -> (x - centre) * (x - centre)).sum() / sorted.length;
        double scale = square > 0 && Double.isFinite(square) ? StrictMath.sqrt(square) : 1;
        double[][] points = points(sorted);
        double[] standard =
                Arrays.stream(points[0]).map(x -> (x - centre) / scale).toArray();
        ModeMixture mixture = new ModeMixture(standard, points[1], MOST).fit();
        int[] used = IntStream.range(0, mixture.size())
                .filter(k -> mixture.weight(k) > LEAST_WEIGHT)
                .toArray();
        return new NumberModes(
                Arrays.stream(used)
                        .mapToDouble(k -> centre + scale * mixture.mean(k))
                        .toArray(),
                Arrays.stream(used)
                        .mapToDouble(k -> scale * mixture.deviation(k))
                        .toArray(),
                Arrays.stream(used).mapToDouble(mixture::weight).toArray());
    }

    /** The distinct numbers with their counts; where they are many, means of equal parts. */
    private static double[][] points(double[] sorted) {
        double[] values = new double[sorted.length];
        double[] counts = new double[sorted.length];
        int found = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                values[found++] = sorted[i];
            }
            counts[found - 1]++;
        }
        if (found <= MOST_POINTS) {
            return new double[][] {Arrays.copyOf(values, found), Arrays.copyOf(counts, found)};
        }
        double[] means = new double[MOST_POINTS];
        double[] sizes = new double[MOST_POINTS];
        for (int p = 0; p < MOST_POINTS; p++) {
            int from = (int) ((long) p * sorted.length / MOST_POINTS);
            int to = (int) ((long) (p + 1) * sorted.length / MOST_POINTS);
            means[p] = Arrays.stream(sorted, from, to).average().orElseThrow();
            sizes[p] = to - from;
        }
        return new double[][] {means, sizes};
    }

    int size() {
        return means.length;
    }

    /** A mode of a number, by the probability that the number comes from it. */
    int draw(double number, RandomGenerator random) {
        double[] upTo = new double[means.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < upTo.length; k++) {
            double d = (number - means[k]) / deviations[k];
            upTo[k] = StrictMath.log(weights[k] / deviations[k]) - 0.5 * d * d;
            highest = Math.max(highest, upTo[k]);
        }
        double sum = 0;
        for (int k = 0; k < upTo.length; k++) {
            sum += upTo[k] < highest - 40 ? 0 : StrictMath.exp(upTo[k] - highest);
            upTo[k] = sum;
        }
        double at = random.nextDouble() * sum;
        int mode = 0;
        while (mode < upTo.length - 1 && at >= upTo[mode]) {
            mode++;
        }
        return mode;
    }

    /** Where a number lies in a mode. */
    float place(double number, int mode) {
        double alpha = (number - means[mode]) / (4 * deviations[mode]);
        return (float) Math.max(-LIMIT, Math.min(LIMIT, alpha));
    }

    /** The number at a place of a mode. */
    double number(int mode, float place) {
        return means[mode] + 4 * deviations[mode] * place;
    }

    void write(DataOutput out) throws IOException {
        Codec.writeDoubles(out, means);
        Codec.writeDoubles(out, deviations);
        Codec.writeDoubles(out, weights);
    }

    static NumberModes read(DataInput in) throws IOException {
        return new NumberModes(Codec.readDoubles(in), Codec.readDoubles(in), Codec.readDoubles(in));
    }
}
