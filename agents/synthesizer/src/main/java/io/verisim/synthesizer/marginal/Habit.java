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

    /** How many grains there are: steps of the ladder. */
    public static final int GRAINS = 10;

    /** 1, 5, 10, 50, 100… */
    private static final double[] SIZES = {1, 5, 10, 50, 100, 500, 1_000, 5_000, 10_000, 50_000};

    private static final int TRIES = 32;

    /** By less than that, in steps, does arithmetic miss a multiple. */
    private static final double FUZZ = 1e-9;

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
        double[] shares = new double[GRAINS];
        for (double value : values) {
            shares[largestStep(Math.rint(value * power(decimals)))] += 1.0 / values.length;
        }
        for (int s = 1; s < GRAINS; s++) {
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
        while (step < GRAINS - 1 && draw >= cumulative[step]) {
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

    /** The grain of a number: the largest step of the ladder that divides it; 0 where there is no habit. */
    public int grain(double value) {
        return decimals < 0 ? 0 : largestStep(Math.rint(value * power(decimals)));
    }

    /** A place between two neighbouring numbers that is none of the numbers the column can have, where there is one. */
    double between(double lower, double upper) {
        if (decimals < 0) {
            double middle = lower + (upper - lower) / 2;
            return middle < upper ? middle : lower;
        }
        double scale = power(decimals);
        return (Math.floor((Math.rint(lower * scale) + Math.rint(upper * scale)) / 2) + 0.5) / scale;
    }

    /** A place closely below a number. */
    double below(double number) {
        return decimals < 0 ? number : (Math.rint(number * power(decimals)) - 0.5) / power(decimals);
    }

    /** How many numbers of each grain lie above one place and up to another; where there is no habit, one of no grain. */
    double[] room(double above, double upTo) {
        double[] room = new double[GRAINS];
        if (decimals < 0) {
            room[0] = 1e18;
            return room;
        }
        double scale = power(decimals);
        for (int s = 0; s < GRAINS; s++) {
            room[s] = multiples(above * scale, upTo * scale, s);
            if (s > 0) {
                room[s - 1] -= room[s];
            }
        }
        return room;
    }

    /**
     * Whether coarse grains are more frequent than chance would make them: than among numbers that follow each other
     * without gaps.
     */
    public boolean isHeaped() {
        for (int s = 1; s < cumulative.length; s++) {
            double share = cumulative[s] - cumulative[s - 1];
            double chance = 1 / size(s) - (s == GRAINS - 1 ? 0 : 1 / size(s + 1));
            if (share > HEAPED * chance + HEAPED_BY) {
                return true;
            }
        }
        return false;
    }

    /**
     * A number above one place and up to another, all as likely.
     *
     * @param grain that it shall have; −1 for any that the column has
     */
    double draw(double above, double upTo, int grain, RandomGenerator random) {
        if (decimals < 0) {
            return above + random.nextDouble() * (upTo - above);
        }
        double scale = power(decimals);
        double low = above * scale;
        double high = upTo * scale;
        int step = Math.max(grain, finest());
        double units = multiple(low, high, step, random);
        for (int attempt = 1; attempt < TRIES && grain >= 0 && largestStep(units) != grain; attempt++) {
            units = multiple(low, high, step, random);
        }
        return units / scale;
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
        while (step < GRAINS - 1 && cumulative[step] == 0) {
            step++;
        }
        return step;
    }

    private static double multiples(double above, double upTo, int step) {
        return Math.max(0, Math.floor(upTo / size(step) + FUZZ) - Math.floor(above / size(step) + FUZZ));
    }

    /** A multiple of the step above one place and up to another; the nearest below where there is none. */
    private static double multiple(double above, double upTo, int step, RandomGenerator random) {
        double first = Math.floor(above / size(step) + FUZZ) + 1;
        double count = Math.floor(upTo / size(step) + FUZZ) - first + 1;
        return (first + (count < 1 ? -1 : Math.floor(random.nextDouble() * count))) * size(step);
    }

    /** The nearest multiple of a step that is none of the next larger one. */
    private static double toStep(double units, int step) {
        double size = size(step);
        double nearest = Math.rint(units / size) * size;
        if (step < GRAINS - 1 && largestStep(nearest) > step) {
            return nearest + (units >= nearest ? size : -size);
        }
        return nearest;
    }

    private static int largestStep(double units) {
        int step = 0;
        while (step < GRAINS - 1 && units % size(step + 1) == 0) {
            step++;
        }
        return step;
    }

    /** 1, 5, 10, 50, 100… */
    private static double size(int step) {
        return SIZES[step];
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
        double[] cumulative = new double[decimals < 0 ? 0 : GRAINS];
        for (int s = 0; s < cumulative.length; s++) {
            cumulative[s] = in.readDouble();
        }
        return new Habit(decimals, cumulative);
    }
}
