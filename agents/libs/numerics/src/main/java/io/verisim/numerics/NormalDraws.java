package io.verisim.numerics;

import java.util.random.RandomGenerator;

/**
 * Many draws from the standard normal distribution, some times faster than by inversion: the ziggurat of G. Marsaglia and
 * W. W. Tsang, doi:10.18637/jss.v005.i08, in the form of J. A. Doornik, "An Improved Ziggurat Method to Generate Normal
 * Random Samples" (2005), which takes the layer and the place in it from separate bits.
 */
public final class NormalDraws {

    private static final int LAYERS = 128;
    private static final double TAIL = 3.442619855899;
    private static final double AREA = 9.91256303526217e-3;

    /** Right edge of each layer, the undermost first; the tail's is that of a box of the same area. */
    private static final double[] EDGES = edges();

    private NormalDraws() {}

    private static double[] edges() {
        double[] edges = new double[LAYERS + 1];
        double density = StrictMath.exp(-0.5 * TAIL * TAIL);
        edges[0] = AREA / density;
        edges[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            edges[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / edges[i - 1] + density));
            density = StrictMath.exp(-0.5 * edges[i] * edges[i]);
        }
        return edges;
    }

    /** Fills the first {@code count} places. */
    public static void fill(double[] values, int count, RandomGenerator random) {
        for (int i = 0; i < count; i++) {
            values[i] = draw(random);
        }
    }

    /** One draw. */
    public static double draw(RandomGenerator random) {
        while (true) {
            long bits = random.nextLong();
            int layer = (int) bits & (LAYERS - 1);
            // from -1 to 1, by the 53 highest bits
            double place = (bits >> 10) * 0x1.0p-53;
            double value = place * EDGES[layer];
            if (Math.abs(value) < EDGES[layer + 1]) {
                return value;
            }
            if (layer == 0) {
                return tail(random, place < 0);
            }
            double below = StrictMath.exp(-0.5 * (EDGES[layer] * EDGES[layer] - value * value));
            double above = StrictMath.exp(-0.5 * (EDGES[layer + 1] * EDGES[layer + 1] - value * value));
            if (above + random.nextDouble() * (below - above) < 1) {
                return value;
            }
        }
    }

    /** Beyond the last edge, G. Marsaglia, doi:10.1080/00401706.1964.10490150. */
    private static double tail(RandomGenerator random, boolean negative) {
        double beyond;
        double bound;
        do {
            beyond = StrictMath.log(1 - random.nextDouble()) / TAIL;
            bound = StrictMath.log(1 - random.nextDouble());
        } while (-2 * bound < beyond * beyond);
        return negative ? beyond - TAIL : TAIL - beyond;
    }
}
