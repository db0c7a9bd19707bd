package io.verisim.synthesizer.marginal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * How the numbers of a column are rounded: in whole units of a power of ten, a share of them to 5, 10, 50, 100… units. A
 * ladder of steps (1, 5, 10, 50, 100…) is laid over the units; the habit is the share of values whose largest dividing
 * step each one is, and {@link #snap} gives a smooth value the rounding of one drawn at random.
 */
public final class Habit {

    private static final int MAX_DECIMALS = 9;
    private static final int STEPS = 10;

    /** How many grains there are: steps of the ladder. */
    public static final int GRAINS = STEPS;

    private static final int TRIES = 6;
    private static final double HEAPED = 1.5;
    private static final double HEAPED_BY = 0.03;
    private static final double LARGEST_UNIT = 1e15;

    private final int decimals;
    private final double[] cumulative;

    private Habit(int decimals, double[] cumulative) {
        this.decimals = decimals;
        this.cumulative = cumulative;
    }

    /** Learns from finite numbers; those with more than nine decimals have no habit. */
    public static Habit of(double[] values) {
        int decimals = 0;
        for (double value : values) {
            while (decimals <= MAX_DECIMALS && !isWhole(value, decimals)) {
                decimals++;
            }
        }
        if (decimals > MAX_DECIMALS || values.length == 0) {
            return new Habit(-1, new double[0]);
        }
        double[] shares = new double[STEPS];
        for (double value : values) {
            shares[largestStep(Math.rint(value * power(decimals)))] += 1.0 / values.length;
        }
        for (int s = 1; s < STEPS; s++) {
            shares[s] += shares[s - 1];
        }
        return new Habit(decimals, shares);
    }

    private static boolean isWhole(double value, int decimals) {
        double units = value * power(decimals);
        return Math.abs(units - Math.rint(units)) < 1e-6 && Math.abs(units) < LARGEST_UNIT;
    }

    /** The rounded value nearest to a smooth one, within the limits where there is one. */
    public double snap(double value, double low, double high, RandomGenerator random) {
        if (decimals < 0) {
            return value;
        }
        double draw = random.nextDouble();
        int step = 0;
        while (step < STEPS - 1 && draw >= cumulative[step]) {
            step++;
        }
        double scale = power(decimals);
        for (; step > 0; step--) {
            double snapped = toStep(value * scale, step) / scale;
            if (snapped >= low && snapped <= high) {
                return snapped;
            }
        }
        return clamp(toStep(value * scale, 0) / scale, low, high);
    }

    /** Whether the numbers are rounded at all. */
    boolean isRounded() {
        return decimals >= 0;
    }

    /** The grain of a number: the largest step of the ladder that divides it. */
    public int grain(double value) {
        return largestStep(Math.rint(value * power(decimals)));
    }

    /** Numbers there can be from one to another; many where there is no habit. */
    double places(double low, double high) {
        return decimals < 0 ? 1e18 : Math.rint((high - low) * power(decimals)) + 1;
    }

    /**
     * Whether coarse grains are more frequent than chance would make them: than among numbers that follow each other
     * without gaps.
     */
    public boolean isHeaped() {
        for (int s = 1; s < cumulative.length; s++) {
            double share = cumulative[s] - cumulative[s - 1];
            double chance = 1 / size(s) - (s == STEPS - 1 ? 0 : 1 / size(s + 1));
            if (share > HEAPED * chance + HEAPED_BY) {
                return true;
            }
        }
        return false;
    }

    /** A number between two others, rounded as one drawn at random. */
    double draw(double[] range, RandomGenerator random) {
        if (decimals < 0) {
            return range[0] + random.nextDouble() * (range[1] - range[0]);
        }
        double draw = random.nextDouble();
        int step = 0;
        while (step < STEPS - 1 && draw >= cumulative[step]) {
            step++;
        }
        return draw(range, step, random);
    }

    /** A number of a grain between two others, all as likely; of a finer grain that the column has where there is none. */
    double draw(double[] range, int grain, RandomGenerator random) {
        double scale = power(decimals);
        double low = Math.rint(range[0] * scale);
        double high = Math.rint(range[1] * scale);
        int finest = finest();
        for (int step = grain; step > finest; step--) {
            for (int attempt = 0; attempt < TRIES && multiples(low, high, step) > 0; attempt++) {
                double units = multiple(low, high, step, random);
                if (largestStep(units) == step) {
                    return units / scale;
                }
            }
        }
        return (multiples(low, high, finest) > 0 ? multiple(low, high, finest, random) : low) / scale;
    }

    /** The nearest number of the finest grain that was seen. */
    public double round(double value) {
        if (decimals < 0) {
            return value;
        }
        double unit = size(finest());
        return Math.rint(value * power(decimals) / unit) * unit / power(decimals);
    }

    /** The finest grain that was seen. */
    private int finest() {
        int step = 0;
        while (step < STEPS - 1 && cumulative[step] == 0) {
            step++;
        }
        return step;
    }

    private static double multiples(double low, double high, int step) {
        return Math.floor(high / size(step)) - Math.ceil(low / size(step)) + 1;
    }

    private static double multiple(double low, double high, int step, RandomGenerator random) {
        double first = Math.ceil(low / size(step));
        return (first + Math.floor(random.nextDouble() * multiples(low, high, step))) * size(step);
    }

    /** The nearest multiple of a step that is none of the next larger one. */
    private static double toStep(double units, int step) {
        double size = size(step);
        double nearest = Math.rint(units / size) * size;
        if (step < STEPS - 1 && largestStep(nearest) > step) {
            return nearest + (units >= nearest ? size : -size);
        }
        return nearest;
    }

    private static int largestStep(double units) {
        int step = 0;
        while (step < STEPS - 1 && units % size(step + 1) == 0) {
            step++;
        }
        return step;
    }

    /** 1, 5, 10, 50, 100… */
    private static double size(int step) {
        return power(step / 2) * (step % 2 == 0 ? 1 : 5);
    }

    private static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private static double clamp(double value, double low, double high) {
        return value < low ? low : Math.min(value, high);
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(decimals);
        for (int s = 0; s < cumulative.length; s++) {
            out.writeDouble(cumulative[s]);
        }
    }

    public static Habit read(DataInput in) throws IOException {
        int decimals = in.readInt();
        double[] cumulative = new double[decimals < 0 ? 0 : STEPS];
        for (int s = 0; s < cumulative.length; s++) {
            cumulative[s] = in.readDouble();
        }
        return new Habit(decimals, cumulative);
    }
}
