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
 * distribution over gaps that hold at least {@value Bin#DONORS} donors each, so that no rare value is copied.
 */
public final class NumberBins {

    /** Occurrences from which a number is no longer rare. */
    public static final int FREQUENT = 5;

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
        return of(values, most, smallest, Habit.of(new double[0]));
    }

    /**
     * Bins that also know how often their rare values have each grain of a habit.
     *
     * @param values finite numbers; not changed
     */
    public static NumberBins of(double[] values, int most, int smallest, Habit habit) {
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
                addBin(bins, sorted, start, i, size, habit);
                bins.add(Bin.of(sorted, i, end, habit));
                start = end;
            } else if (end - start >= size) {
                bins.add(Bin.of(sorted, start, end, habit));
                start = end;
            }
            i = end;
        }
        addBin(bins, sorted, start, sorted.length, size, habit);
        double[] upper = bins.stream().mapToDouble(Bin::high).toArray();
        return new NumberBins(upper, List.copyOf(bins));
    }

    /** A remainder that is too small joins the bin before it, unless that one is a spike. */
    private static void addBin(List<Bin> bins, double[] sorted, int start, int end, int size, Habit habit) {
        if (start == end) {
            return;
        }
        if (end - start < size / 2 && !bins.isEmpty() && !bins.getLast().isSpike()) {
            Bin last = bins.removeLast();
            bins.add(Bin.of(sorted, start - last.count(), end, habit));
        } else {
            bins.add(Bin.of(sorted, start, end, habit));
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

    /** A value of a bin of one grain. */
    public double draw(int bin, int grain, Habit habit, RandomGenerator random) {
        return bins.get(bin).draw(grain, habit, random);
    }

    /** A value of a bin as it falls, not rounded. */
    public double draw(int bin, RandomGenerator random) {
        return bins.get(bin).draw(random);
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(bins.size());
        for (Bin bin : bins) {
            bin.write(out);
        }
    }

    public static NumberBins read(DataInput in) throws IOException {
        int size = Codec.readCount(in);
        List<Bin> bins = new ArrayList<>(size);
        for (int b = 0; b < size; b++) {
            bins.add(Bin.read(in));
        }
        return new NumberBins(bins.stream().mapToDouble(Bin::high).toArray(), List.copyOf(bins));
    }
}
