package io.verisim.synthesizer.marginal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A bin before weights are known: which values are atoms, and the gaps of the others.
 *
 * @param sorted the values
 * @param from place above which the bin begins
 * @param to place up to which it reaches
 * @param atoms frequent values
 * @param rares the other values
 * @param gaps over which those are spread
 */
@SuppressWarnings("ArrayRecordComponent")
record BinDraft(
        double[] sorted, double from, double to, Habit habit, List<Atom> atoms, double[] rares, List<Gap> gaps) {

    /** Least donors of a gap. */
    private static final int DONORS = 25;

    /** A value and how often it occurs. */
    record Atom(double value, int count) {}

    /**
     * What lies above one place and up to another.
     *
     * @param count rare values in it
     * @param room how many numbers of each grain it could hold
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Gap(double from, double to, int count, double[] room) {

        double[] expected(double[] weights) {
            double[] expected = new double[weights.length];
            double all = 0;
            for (int g = 0; g < weights.length; g++) {
                all += room[g] * weights[g];
            }
            for (int g = 0; g < weights.length && all > 0; g++) {
                expected[g] = count * room[g] * weights[g] / all;
            }
            return expected;
        }
    }

    /** A bin of values without atoms or gaps. */
    static BinDraft of(double[] sorted, double from, double to, Habit habit) {
        return new BinDraft(sorted, from, to, habit, List.of(), sorted, List.of());
    }

    static int sameUntil(double[] sorted, int from, int end) {
        int next = from + 1;
        while (next < end && sorted[next] == sorted[from]) {
            next++;
        }
        return next;
    }

    /**
     * The same with atoms and gaps.
     *
     * @param weights of the grains
     * @param outstanding standard deviations by which an atom is more frequent than those make it
     */
    BinDraft withAtoms(double[] weights, double outstanding) {
        double[] expected = new Gap(from, to, sorted.length, habit.room(from, to)).expected(weights);
        double[] room = habit.room(from, to);
        List<Atom> found = new ArrayList<>();
        double[] others = new double[sorted.length];
        int rare = 0;
        for (int i = 0; i < sorted.length; ) {
            int next = sameUntil(sorted, i, sorted.length);
            int grain = habit.grain(sorted[i]);
            double usual = room[grain] > 0 ? expected[grain] / room[grain] : 0;
            boolean stands = next - i == sorted.length || next - i >= usual + outstanding * Math.sqrt(usual);
            if (next - i >= NumberBins.FREQUENT && stands) {
                found.add(new Atom(sorted[i], next - i));
            } else {
                System.arraycopy(sorted, i, others, rare, next - i);
                rare += next - i;
            }
            i = next;
        }
        double[] left = Arrays.copyOf(others, rare);
        return new BinDraft(sorted, from, to, habit, found, left, gaps(left, found));
    }

    private List<Gap> gaps(double[] rare, List<Atom> found) {
        List<Gap> result = new ArrayList<>();
        double begin = from;
        int first = 0;
        for (int i = 1; i < rare.length; i++) {
            if (i - first >= DONORS && rare.length - i >= DONORS && rare[i] != rare[i - 1]) {
                double end = habit.between(rare[i - 1], rare[i]);
                result.add(gap(begin, end, i - first, found));
                begin = end;
                first = i;
            }
        }
        if (rare.length > 0) {
            result.add(gap(begin, to, rare.length - first, found));
        }
        return result;
    }

    private Gap gap(double begin, double end, int count, List<Atom> found) {
        double[] room = habit.room(begin, end);
        for (Atom atom : found) {
            if (habit.isRounded() && atom.value() > begin && atom.value() <= end) {
                room[habit.grain(atom.value())]--;
            }
        }
        return new Gap(begin, end, count, room);
    }

    DoubleStream rare() {
        return Arrays.stream(rares);
    }

    /** Adds how many rare values of each grain there are. */
    void count(double[] found) {
        for (double value : rares) {
            found[habit.grain(value)]++;
        }
    }

    /** Adds how many there would be by the weights. */
    void expect(double[] weights, double[] expected) {
        for (Gap gap : gaps) {
            double[] here = gap.expected(weights);
            for (int g = 0; g < here.length; g++) {
                expected[g] += here[g];
            }
        }
    }

    Bin bin(double[] weights, boolean heaped) {
        float rows = sorted.length;
        float[] atomShares = new float[atoms.size()];
        for (int a = 0; a < atomShares.length; a++) {
            atomShares[a] = atoms.get(a).count() / rows;
        }
        double[] knots = new double[gaps.size() + 1];
        knots[0] = from;
        float[] gapShares = new float[gaps.size()];
        float[] grainShares = new float[heaped ? gapShares.length * Habit.GRAINS : 0];
        for (int k = 0; k < gapShares.length; k++) {
            knots[k + 1] = gaps.get(k).to();
            gapShares[k] = gaps.get(k).count() / rows;
            double[] expected = gaps.get(k).expected(weights);
            for (int g = 0; heaped && g < Habit.GRAINS; g++) {
                grainShares[k * Habit.GRAINS + g] = (float) (expected[g] / rows);
            }
        }
        return new Bin(
                sorted.length,
                sorted[0],
                sorted[sorted.length - 1],
                atoms.stream().mapToDouble(Atom::value).toArray(),
                atomShares,
                knots,
                gapShares,
                grainShares);
    }
}
