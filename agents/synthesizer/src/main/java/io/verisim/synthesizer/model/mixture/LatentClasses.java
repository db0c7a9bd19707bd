package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A mixture of products of categoricals, fitted by expectation maximisation: p(x) = Σ_k π_k Π_j θ_jk(x_j). Each θ is
 * drawn towards the column's marginal. Sums run over rows in blocks of fixed size that are added up in order, so that
 * bits do not depend on threads.
 */
final class LatentClasses {

    private static final float PRIOR = 1.0f;
    private static final int BLOCK = 16_384;
    private static final float START_WEIGHT = 0.75f;

    private final byte[][] groups;
    private final int rows;
    private final int classes;
    private final int threads;
    private final float[][] marginals;
    private final float[][] logTheta;
    private final float[] logWeight;

    private LatentClasses(byte[][] groups, int rows, int classes, int threads) {
        this.groups = groups;
        this.rows = rows;
        this.classes = classes;
        this.threads = threads;
        marginals = new float[groups.length][Coding.MAX_GROUPS];
        logTheta = new float[groups.length][Coding.MAX_GROUPS * classes];
        logWeight = new float[classes];
        for (int j = 0; j < groups.length; j++) {
            for (int row = 0; row < rows; row++) {
                marginals[j][groups[j][row]] += 1f / rows;
            }
        }
    }

    /** The class of each row, drawn from its posterior after some rounds of the algorithm. */
    static byte[] assign(byte[][] groups, int rows, MixtureSettings settings, RandomGenerator random) {
        byte[] result = new byte[rows];
        int classes = settings.classes();
        if (classes < 2 || groups.length == 0) {
            return result;
        }
        LatentClasses mixture = new LatentClasses(groups, rows, classes, settings.threads());
        mixture.start(random);
        for (int round = 0; round < settings.rounds(); round++) {
            mixture.round();
        }
        float[] posterior = new float[classes];
        for (int row = 0; row < rows; row++) {
            Interruption.checkAt(row);
            mixture.posterior(row, posterior);
            result[row] = (byte) draw(posterior, random.nextFloat());
        }
        return result;
    }

    private static int draw(float[] probabilities, float draw) {
        float sum = 0;
        for (int k = 0; k < probabilities.length - 1; k++) {
            sum += probabilities[k];
            if (draw < sum) {
                return k;
            }
        }
        return probabilities.length - 1;
    }

    /** Each class starts around one row of the table. */
    private void start(RandomGenerator random) {
        Arrays.fill(logWeight, (float) -StrictMath.log(classes));
        for (int k = 0; k < classes; k++) {
            int seed = random.nextInt(rows);
            for (int j = 0; j < groups.length; j++) {
                for (int g = 0; g < Coding.MAX_GROUPS; g++) {
                    float own = groups[j][seed] == g ? START_WEIGHT : 0;
                    float p = own + (1 - START_WEIGHT) * marginals[j][g];
                    logTheta[j][g * classes + k] = log(p);
                }
            }
        }
    }

    private void round() {
        int blocks = (rows + BLOCK - 1) / BLOCK;
        float[][] sums = new float[groups.length][Coding.MAX_GROUPS * classes];
        float[] weight = new float[classes];
        for (Sums part : Workers.map(threads, blocks, this::expect)) {
            add(weight, part.weight());
            for (int j = 0; j < sums.length; j++) {
                add(sums[j], part.sums()[j]);
            }
        }
        maximise(sums, weight);
    }

    /** What the rows of one block add. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Sums(float[] weight, float[][] sums) {}

    private Sums expect(int block) {
        float[][] sums = new float[groups.length][Coding.MAX_GROUPS * classes];
        float[] weight = new float[classes];
        float[] posterior = new float[classes];
        int end = Math.min(rows, (block + 1) * BLOCK);
        for (int row = block * BLOCK; row < end; row++) {
            posterior(row, posterior);
            add(weight, posterior);
            for (int j = 0; j < groups.length; j++) {
                float[] sum = sums[j];
                int at = groups[j][row] * classes;
                for (int k = 0; k < classes; k++) {
                    sum[at + k] += posterior[k];
                }
            }
        }
        return new Sums(weight, sums);
    }

    private static void add(float[] to, float[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
    }

    private void maximise(float[][] sums, float[] weight) {
        for (int k = 0; k < classes; k++) {
            logWeight[k] = log((weight[k] + PRIOR) / (rows + classes * PRIOR));
        }
        for (int j = 0; j < groups.length; j++) {
            for (int g = 0; g < Coding.MAX_GROUPS; g++) {
                for (int k = 0; k < classes; k++) {
                    float p = (sums[j][g * classes + k] + PRIOR * marginals[j][g]) / (weight[k] + PRIOR);
                    logTheta[j][g * classes + k] = log(p);
                }
            }
        }
    }

    private void posterior(int row, float[] result) {
        System.arraycopy(logWeight, 0, result, 0, classes);
        for (int j = 0; j < groups.length; j++) {
            float[] theta = logTheta[j];
            int at = groups[j][row] * classes;
            for (int k = 0; k < classes; k++) {
                result[k] += theta[at + k];
            }
        }
        float max = result[0];
        for (int k = 1; k < classes; k++) {
            max = Math.max(max, result[k]);
        }
        float sum = 0;
        for (int k = 0; k < classes; k++) {
            result[k] = exp(result[k] - max);
            sum += result[k];
        }
        for (int k = 0; k < classes; k++) {
            result[k] /= sum;
        }
    }

    private static float log(float p) {
        return (float) StrictMath.log(Math.max(p, 1e-9f));
    }

    /** e^x for x ≤ 0 by plain arithmetic, the same bits everywhere: 2^n·e^r with a polynomial in r, |r| ≤ ln(2)/2. */
    private static float exp(float x) {
        if (x < -80) {
            return 0;
        }
        int n = (int) (x * 1.442695f - 0.5f);
        float r = x - n * 0.6931472f;
        float p = 1 + r * (1 + r * (0.5f + r * (0.16666667f + r * (0.041666668f + r * 0.008333334f))));
        return p * Float.intBitsToFloat((n + 127) << 23);
    }
}
