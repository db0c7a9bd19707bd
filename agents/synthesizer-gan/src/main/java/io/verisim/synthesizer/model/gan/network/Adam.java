package io.verisim.synthesizer.model.gan.network;

import java.util.ArrayList;
import java.util.List;

/** The optimiser of D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", arXiv:1412.6980. */
public final class Adam {

    private static final float EPSILON = 1e-8f;

    /**
     * How fast is learnt.
     *
     * @param rate step size
     * @param beta1 decay of the mean gradient
     * @param beta2 decay of the mean square
     * @param weightDecay share of each weight that is added to its gradient
     */
    public record Settings(float rate, float beta1, float beta2, float weightDecay) {}

    private final Settings settings;
    private final List<Parameter> parameters;
    private final List<float[][]> means = new ArrayList<>();
    private final List<float[][]> squares = new ArrayList<>();
    private double power1 = 1;
    private double power2 = 1;

    public Adam(Settings settings, List<Parameter> parameters) {
        this.settings = settings;
        this.parameters = List.copyOf(parameters);
        for (Parameter parameter : parameters) {
            means.add(new float[parameter.value().length][parameter.value()[0].length]);
            squares.add(new float[parameter.value().length][parameter.value()[0].length]);
        }
    }

    /** Changes the parameters by their gradients, and clears these. */
    public void step(Parallel parallel) {
        power1 *= settings.beta1;
        power2 *= settings.beta2;
        float rate = (float) (settings.rate * StrictMath.sqrt(1 - power2) / (1 - power1));
        float epsilon = (float) (EPSILON * StrictMath.sqrt(1 - power2));
        for (int p = 0; p < parameters.size(); p++) {
            Parameter parameter = parameters.get(p);
            float[][] mean = means.get(p);
            float[][] square = squares.get(p);
            parallel.rows(parameter.value().length, (from, to) -> {
                for (int i = from; i < to; i++) {
                    row(parameter.value()[i], parameter.gradient()[i], mean[i], square[i], rate, epsilon);
                }
            });
        }
    }

    private void row(float[] value, float[] gradient, float[] mean, float[] square, float rate, float epsilon) {
        float beta1 = settings.beta1;
        float beta2 = settings.beta2;
        float decay = settings.weightDecay;
        for (int j = 0; j < value.length; j++) {
            float g = gradient[j] + decay * value[j];
            float m = beta1 * mean[j] + (1 - beta1) * g;
            float s = beta2 * square[j] + (1 - beta2) * g * g;
            mean[j] = m;
            square[j] = s;
            value[j] -= rate * m / ((float) Math.sqrt(s) + epsilon);
            gradient[j] = 0;
        }
    }
}
