package io.verisim.synthesizer.marginal;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One bin of numbers: some frequent values, its atoms, and gaps over which all others are spread. Where the numbers are
 * rounded, a gap holds the round numbers in it, each grain with a weight of its own.
 *
 * @param count values it was made of
 * @param low least value
 * @param high largest value
 * @param atoms frequent values
 * @param atomShares of the bin's values, by atom
 * @param knots ends of the gaps, one more than gaps; a gap holds what is above its lower end, up to its upper end
 * @param gapShares of the bin's values, by gap
 * @param grainShares of the bin's values, by gap and then by grain; empty where grains do not matter
 */
@SuppressWarnings("ArrayRecordComponent")
record Bin(
        int count,
        double low,
        double high,
        double[] atoms,
        float[] atomShares,
        double[] knots,
        float[] gapShares,
        float[] grainShares) {

    private static final int TRIES = 8;

    boolean isSpike() {
        return low == high;
    }

    /** Up to where the bin reaches. */
    double upper() {
        return isSpike() || knots.length == 0 ? high : Math.max(high, knots[knots.length - 1]);
    }

    /** Adds the share of each grain among the bin's values. */
    void addShares(Habit habit, double[] shares) {
        for (int a = 0; a < atoms.length; a++) {
            shares[habit.grain(atoms[a])] += atomShares[a];
        }
        for (int at = 0; at < grainShares.length; at++) {
            shares[at % Habit.GRAINS] += grainShares[at];
        }
    }

    /**
     * A value, rounded as the habit says.
     *
     * @param factors by which each grain is more frequent than in the bin; null for none
     */
    double draw(Habit habit, double @Nullable [] factors, RandomGenerator random) {
        if (isSpike()) {
            return low;
        }
        double left = random.nextDouble() * (factors == null ? 1 : total(habit, factors));
        for (int a = 0; a < atoms.length; a++) {
            left -= atomShares[a] * (factors == null ? 1 : factors[habit.grain(atoms[a])]);
            if (left < 0) {
                return atoms[a];
            }
        }
        if (grainShares.length == 0) {
            int gap = gap(left);
            return gap < 0 ? lastAtom() : inGap(gap, -1, habit, random);
        }
        int last = -1;
        for (int at = 0; at < grainShares.length; at++) {
            if (grainShares[at] > 0) {
                last = at;
                left -= grainShares[at] * (factors == null ? 1 : factors[at % Habit.GRAINS]);
                if (left < 0) {
                    break;
                }
            }
        }
        return last < 0 ? lastAtom() : inGap(last / Habit.GRAINS, last % Habit.GRAINS, habit, random);
    }

    private double total(Habit habit, double[] factors) {
        double total = 0;
        for (int a = 0; a < atoms.length; a++) {
            total += atomShares[a] * factors[habit.grain(atoms[a])];
        }
        for (int at = 0; at < grainShares.length; at++) {
            total += grainShares[at] * factors[at % Habit.GRAINS];
        }
        return total;
    }

    /** A value as it falls, not rounded. */
    double drawSmooth(RandomGenerator random) {
        if (isSpike()) {
            return low;
        }
        double left = random.nextDouble();
        for (int a = 0; a < atoms.length; a++) {
            left -= atomShares[a];
            if (left < 0) {
                return atoms[a];
            }
        }
        int gap = gap(left);
        return gap < 0 ? lastAtom() : knots[gap] + random.nextDouble() * (knots[gap + 1] - knots[gap]);
    }

    private int gap(double draw) {
        double left = draw;
        for (int gap = 0; gap < gapShares.length - 1; gap++) {
            left -= gapShares[gap];
            if (left < 0) {
                return gap;
            }
        }
        return gapShares.length - 1;
    }

    private double lastAtom() {
        return atoms[atoms.length - 1];
    }

    /** An atom is drawn as such only. */
    private double inGap(int gap, int grain, Habit habit, RandomGenerator random) {
        double value = habit.draw(knots[gap], knots[gap + 1], grain, random);
        for (int attempt = 1; attempt < TRIES && isAtom(value); attempt++) {
            value = habit.draw(knots[gap], knots[gap + 1], grain, random);
        }
        return value;
    }

    private boolean isAtom(double value) {
        return atoms.length > 0 && Arrays.binarySearch(atoms, value) >= 0;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(count);
        out.writeDouble(low);
        out.writeDouble(high);
        Codec.writeDoubles(out, atoms);
        Codec.writeFloats(out, atomShares);
        Codec.writeDoubles(out, knots);
        Codec.writeFloats(out, gapShares);
        Codec.writeFloats(out, grainShares);
    }

    static Bin read(DataInput in) throws IOException {
        return new Bin(
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                Codec.readDoubles(in),
                Codec.readFloats(in),
                Codec.readDoubles(in),
                Codec.readFloats(in),
                Codec.readFloats(in));
    }
}
