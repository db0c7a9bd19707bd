package io.verisim.synthesizer.model.gan.network;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What becomes of the generator's logits: a number between -1 and 1 by tanh, and one choice among several by
 * Gumbel-softmax, softmax((logit + noise) / 0.2) (E. Jang et al., arXiv:1611.01144).
 */
public final class Heads {

    /**
     * One of them: a choice, and a number that may go with it.
     *
     * @param scalar where the number is; -1 for none
     * @param from where the choice begins
     * @param to where it ends
     */
    public record Head(int scalar, int from, int to) {}

    private static final float TEMPERATURE = 0.2f;

    private final List<Head> heads;

    public Heads(List<Head> heads) {
        this.heads = List.copyOf(heads);
    }

    public List<Head> all() {
        return heads;
    }

    /** From logits to values, by fresh noise. */
    public void activate(Parallel parallel, float[][] logits, float[][] values, Noise noise) {
        noise.rows(parallel, logits.length, (random, from, to) -> {
            for (int i = from; i < to; i++) {
                for (Head head : heads) {
                    if (head.scalar >= 0) {
                        values[i][head.scalar] = Elementary.tanh(logits[i][head.scalar]);
                    }
                    choose(logits[i], values[i], head, random);
                }
            }
        });
    }

    private static void choose(float[] logit, float[] value, Head head, RandomGenerator random) {
        for (int j = head.from; j < head.to; j++) {
            float uniform = (random.nextInt() >>> 9) * 0x1p-23f + 0x1p-24f;
            value[j] = (logit[j] - Elementary.log(-Elementary.log(uniform))) / TEMPERATURE;
        }
        softmax(value, value, head.from, head.to);
    }

    /** Probabilities from logits; both may be the same array. */
    public static void softmax(float[] logit, float[] probability, int from, int to) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int j = from; j < to; j++) {
            highest = Math.max(highest, logit[j]);
        }
        float sum = 0;
        for (int j = from; j < to; j++) {
            probability[j] = Elementary.exp(logit[j] - highest);
            sum += probability[j];
        }
        for (int j = from; j < to; j++) {
            probability[j] /= sum;
        }
    }

    /** From the gradient of the values to that of the logits, the noise being as it was. */
    public void backward(Parallel parallel, float[][] values, float[][] dValues, float[][] dLogits) {
        parallel.rows(values.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (Head head : heads) {
                    backward(values[i], dValues[i], dLogits[i], head);
                }
            }
        });
    }

    private static void backward(float[] y, float[] dy, float[] dLogit, Head head) {
        if (head.scalar >= 0) {
            dLogit[head.scalar] = dy[head.scalar] * (1 - y[head.scalar] * y[head.scalar]);
        }
        float mean = 0;
        for (int j = head.from; j < head.to; j++) {
            mean += dy[j] * y[j];
        }
        for (int j = head.from; j < head.to; j++) {
            dLogit[j] = y[j] * (dy[j] - mean) / TEMPERATURE;
        }
    }

    /**
     * Adds the gradient of the cross-entropy between one choice of a row and what was asked for.
     *
     * @param factor what the cross-entropy is multiplied by
     * @return the cross-entropy, unweighted
     */
    public double crossEntropy(float[] logit, int head, int wanted, float factor, float[] dLogit) {
        Head asked = heads.get(head);
        float[] probability = new float[logit.length];
        softmax(logit, probability, asked.from, asked.to);
        for (int j = asked.from; j < asked.to; j++) {
            dLogit[j] += factor * (probability[j] - (j == asked.from + wanted ? 1 : 0));
        }
        return -Elementary.log(Math.max(Float.MIN_NORMAL, probability[asked.from + wanted]));
    }
}
