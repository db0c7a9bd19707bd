package io.verisim.synthesizer.marginal;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One bin of numbers.
 *
 * @param count values it was made of
 * @param low least value
 * @param high largest value
 * @param atoms frequent values
 * @param atomsUpTo share of the bin's values that are among the first atoms, cumulated
 * @param knots ends of the gaps over which the other values are spread, each gap as often as the next
 * @param rare of the values of each grain, the share that are no atoms; empty where there are no grains
 */
@SuppressWarnings("ArrayRecordComponent")
record Bin(int count, double low, double high, double[] atoms, double[] atomsUpTo, double[] knots, double[] rare) {

    /** Least values of a gap. */
    static final int DONORS = 8;

    /** A value is an atom when it is this many standard deviations more frequent than its neighbours. */
    private static final double OUTSTANDING = 3;

    static Bin of(double[] sorted, int start, int end, Habit habit) {
        double[] atoms = new double[(end - start) / NumberBins.FREQUENT];
        double[] upTo = new double[atoms.length];
        double[] rare = new double[end - start];
        double[] all = new double[habit.isRounded() ? Habit.GRAINS : 0];
        double[] rareOf = new double[habit.isRounded() ? Habit.GRAINS : 0];
        double expected = (end - start) / Math.max(1, habit.places(sorted[start], sorted[end - 1]));
        double least = sorted[start] == sorted[end - 1] ? 0 : expected + OUTSTANDING * Math.sqrt(expected);
        int found = 0;
        int rares = 0;
        for (int i = start; i < end; ) {
            int next = i + 1;
            while (next < end && sorted[next] == sorted[i]) {
                next++;
            }
            if (all.length > 0) {
                all[habit.grain(sorted[i])] += next - i;
            }
            if (next - i >= NumberBins.FREQUENT && next - i >= least) {
                atoms[found] = sorted[i];
                upTo[found] = (found == 0 ? 0 : upTo[found - 1]) + (next - i) / (double) (end - start);
                found++;
            } else {
                System.arraycopy(sorted, i, rare, rares, next - i);
                rares += next - i;
                if (all.length > 0) {
                    rareOf[habit.grain(sorted[i])] += next - i;
                }
            }
            i = next;
        }
        for (int g = 0; g < all.length; g++) {
            rareOf[g] = all[g] == 0 ? 1 : rareOf[g] / all[g];
        }
        return new Bin(
                end - start,
                sorted[start],
                sorted[end - 1],
                Arrays.copyOf(atoms, found),
                Arrays.copyOf(upTo, found),
                knots(Arrays.copyOf(rare, rares)),
                rareOf);
    }

    private static double[] knots(double[] rare) {
        if (rare.length == 0) {
            return rare;
        }
        int gaps = Math.max(1, rare.length / DONORS);
        double[] knots = new double[gaps + 1];
        for (int k = 0; k <= gaps; k++) {
            knots[k] = rare[(int) ((long) k * (rare.length - 1) / gaps)];
        }
        return knots;
    }

    boolean isSpike() {
        return low == high;
    }

    double draw(Habit habit, RandomGenerator random) {
        int atom = atom(random);
        return atom >= 0 ? atoms[atom] : habit.draw(gap(random), random);
    }

    /** A value of one grain of the habit. */
    double draw(int grain, Habit habit, RandomGenerator random) {
        if (isSpike()) {
            return low;
        }
        if (atoms.length == 0 || random.nextDouble() < rare[grain]) {
            return habit.draw(gap(random), grain, random);
        }
        double sum = 0;
        for (int a = 0; a < atoms.length; a++) {
            sum += habit.grain(atoms[a]) == grain ? share(a) : 0;
        }
        double draw = random.nextDouble() * sum;
        for (int a = 0; a < atoms.length; a++) {
            draw -= habit.grain(atoms[a]) == grain ? share(a) : 0;
            if (draw < 0) {
                return atoms[a];
            }
        }
        return habit.draw(gap(random), grain, random);
    }

    private double share(int atom) {
        return atomsUpTo[atom] - (atom == 0 ? 0 : atomsUpTo[atom - 1]);
    }

    double draw(RandomGenerator random) {
        int atom = atom(random);
        return atom >= 0 ? atoms[atom] : smooth(random);
    }

    private int atom(RandomGenerator random) {
        if (atoms.length == 0) {
            return -1;
        }
        if (knots.length == 0 && atoms.length == 1) {
            return 0;
        }
        double draw = random.nextDouble();
        for (int a = 0; a < atoms.length; a++) {
            if (draw < atomsUpTo[a] || (knots.length == 0 && a == atoms.length - 1)) {
                return a;
            }
        }
        return -1;
    }

    private double[] gap(RandomGenerator random) {
        if (knots.length == 0) {
            return new double[] {low, high};
        }
        int gap = random.nextInt(Math.max(1, knots.length - 1));
        return new double[] {knots[gap], knots[Math.min(gap + 1, knots.length - 1)]};
    }

    private double smooth(RandomGenerator random) {
        double[] gap = gap(random);
        return gap[0] + random.nextDouble() * (gap[1] - gap[0]);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(count);
        out.writeDouble(low);
        out.writeDouble(high);
        Codec.writeDoubles(out, atoms);
        Codec.writeDoubles(out, atomsUpTo);
        Codec.writeDoubles(out, knots);
        Codec.writeDoubles(out, rare);
    }

    static Bin read(DataInput in) throws IOException {
        return new Bin(
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                Codec.readDoubles(in),
                Codec.readDoubles(in),
                Codec.readDoubles(in),
                Codec.readDoubles(in));
    }
}
