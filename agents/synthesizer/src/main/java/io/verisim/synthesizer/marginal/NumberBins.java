package io.verisim.synthesizer.marginal;

import io.verisim.synthesizer.codec.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Numbers in bins of about equal size; a value frequent enough to fill a bin has one of its own. Inside a bin, values
 * that occur at least {@value #FREQUENT} times are drawn as they are, and all others from a piecewise uniform
 * distribution over gaps that hold at least {@value #DONORS} donors each, so that no rare value is copied.
 */
public final class NumberBins {

    /** Occurrences from which a number is no longer rare. */
    public static final int FREQUENT = 5;

    private static final int DONORS = 8;

    private final double[] upper;
    private final List<Bin> bins;

    private NumberBins(double[] upper, List<Bin> bins) {
        this.upper = upper;
        this.bins = bins;
    }

    /**
     * Bins of at least {@code smallest} values, at most {@code most} of them, save for spikes and what lies between them.
     *
     * @param values finite numbers; not changed
     */
    public static NumberBins of(double[] values, int most, int smallest) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int size = Math.max(smallest, (sorted.length + most - 1) / Math.max(1, most));
        List<Bin> bins = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < sorted.length; ) {
            int end = i + 1;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            if (end - i >= size) {
                addBin(bins, sorted, start, i, size);
                bins.add(Bin.of(sorted, i, end));
                start = end;
            } else if (end - start >= size) {
                bins.add(Bin.of(sorted, start, end));
                start = end;
            }
            i = end;
        }
        addBin(bins, sorted, start, sorted.length, size);
        double[] upper = bins.stream().mapToDouble(Bin::high).toArray();
        return new NumberBins(upper, List.copyOf(bins));
    }

    /** A remainder that is too small joins the bin before it, unless that one is a spike. */
    private static void addBin(List<Bin> bins, double[] sorted, int start, int end, int size) {
        if (start == end) {
            return;
        }
        if (end - start < size / 2 && !bins.isEmpty() && !bins.getLast().isSpike()) {
            Bin last = bins.removeLast();
            bins.add(Bin.of(sorted, start - last.count(), end));
        } else {
            bins.add(Bin.of(sorted, start, end));
        }
    }

    public int size() {
        return bins.size();
    }

    /** The bin of a number; one beyond all bins belongs to the nearest. */
    public int bin(double value) {
        int at = Arrays.binarySearch(upper, value);
        return Math.min(at >= 0 ? at : -at - 1, upper.length - 1);
    }

    public int count(int bin) {
        return bins.get(bin).count();
    }

    /** Whether the bin holds one value only. */
    public boolean isSpike(int bin) {
        return bins.get(bin).isSpike();
    }

    public double low() {
        return bins.getFirst().low();
    }

    public double high() {
        return bins.getLast().high();
    }

    /** A value of a bin, rounded as the habit says. */
    public double draw(int bin, Habit habit, RandomGenerator random) {
        return bins.get(bin).draw(habit, random);
    }

    /** A value of a bin as it falls, not rounded. */
    public double draw(int bin, RandomGenerator random) {
        return bins.get(bin).draw(random);
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(bins.size());
        for (Bin bin : bins) {
            out.writeInt(bin.count());
            out.writeDouble(bin.low());
            out.writeDouble(bin.high());
            Codec.writeDoubles(out, bin.atoms());
            Codec.writeDoubles(out, bin.atomsUpTo());
            Codec.writeDoubles(out, bin.knots());
        }
    }

    public static NumberBins read(DataInput in) throws IOException {
        int size = Codec.readCount(in);
        List<Bin> bins = new ArrayList<>(size);
        for (int b = 0; b < size; b++) {
            bins.add(new Bin(
                    in.readInt(),
                    in.readDouble(),
                    in.readDouble(),
                    Codec.readDoubles(in),
                    Codec.readDoubles(in),
                    Codec.readDoubles(in)));
        }
        return new NumberBins(bins.stream().mapToDouble(Bin::high).toArray(), List.copyOf(bins));
    }

    /**
     * One bin.
     *
     * @param atoms frequent values
     * @param atomsUpTo share of the bin's values that are among the first atoms, cumulated
     * @param knots ends of the gaps over which the other values are spread, each gap as often as the next
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Bin(int count, double low, double high, double[] atoms, double[] atomsUpTo, double[] knots) {

        static Bin of(double[] sorted, int start, int end) {
            double[] atoms = new double[(end - start) / FREQUENT];
            double[] upTo = new double[atoms.length];
            double[] rare = new double[end - start];
            int found = 0;
            int rares = 0;
            for (int i = start; i < end; ) {
                int next = i + 1;
                while (next < end && sorted[next] == sorted[i]) {
                    next++;
                }
                if (next - i >= FREQUENT) {
                    atoms[found] = sorted[i];
                    upTo[found] = (found == 0 ? 0 : upTo[found - 1]) + (next - i) / (double) (end - start);
                    found++;
                } else {
                    System.arraycopy(sorted, i, rare, rares, next - i);
                    rares += next - i;
                }
                i = next;
            }
            return new Bin(
                    end - start,
                    sorted[start],
                    sorted[end - 1],
                    Arrays.copyOf(atoms, found),
                    Arrays.copyOf(upTo, found),
                    knots(Arrays.copyOf(rare, rares)));
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
            return atom >= 0 ? atoms[atom] : habit.snap(smooth(random), low, high, random);
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

        private double smooth(RandomGenerator random) {
            int gap = random.nextInt(Math.max(1, knots.length - 1));
            double from = knots[gap];
            return from + random.nextDouble() * (knots[Math.min(gap + 1, knots.length - 1)] - from);
        }
    }
}
