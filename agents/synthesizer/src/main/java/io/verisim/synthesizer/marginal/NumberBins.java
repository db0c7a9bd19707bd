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
 * that occur at least {@value #FREQUENT} times and stand out from those around them are drawn as they are, and all others
 * from gaps that hold many donors each, every number that the column could have as likely as its grain makes it, so that
 * no rare value is copied.
 */
public final class NumberBins {

    /** Occurrences from which a number is no longer rare. */
    public static final int FREQUENT = 5;

    private final Habit habit;
    private final List<Bin> bins;

    /** Up to where each bin reaches. */
    private final double[] upper;

    private NumberBins(Habit habit, List<Bin> bins) {
        this.habit = habit;
        this.bins = List.copyOf(bins);
        upper = bins.stream().mapToDouble(Bin::upper).toArray();
    }

    /**
     * Bins of at least {@code smallest} values, at most {@code most} of them, save for spikes and what lies between them.
     *
     * @param values finite numbers, at least one; not changed
     */
    public static NumberBins of(double[] values, int most, int smallest) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Habit habit = Habit.of(sorted);
        int size = Math.max(smallest, (sorted.length + most - 1) / Math.max(1, most));
        return new NumberBins(habit, BinFit.fit(sorted, size, habit));
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

    /** How the numbers are rounded. */
    public Habit habit() {
        return habit;
    }

    /** A value of a bin, rounded as the numbers are. */
    public double draw(int bin, RandomGenerator random) {
        return bins.get(bin).draw(habit, null, random);
    }

    /**
     * A value of a bin, rounded as the numbers are.
     *
     * @param factors by which each grain is more frequent than in the bin, see {@link #addShares}
     */
    public double draw(int bin, double[] factors, RandomGenerator random) {
        return bins.get(bin).draw(habit, factors, random);
    }

    /** A value of a bin as it falls, not rounded. */
    public double drawSmooth(int bin, RandomGenerator random) {
        return bins.get(bin).drawSmooth(random);
    }

    /** Whether round numbers are more frequent than others, spikes aside. */
    public boolean isHeaped() {
        return bins.stream().anyMatch(bin -> bin.grainShares().length > 0);
    }

    /** Adds the share of each grain among a bin's values. */
    public void addShares(int bin, double[] shares) {
        bins.get(bin).addShares(habit, shares);
    }

    public void write(DataOutput out) throws IOException {
        habit.write(out);
        out.writeInt(bins.size());
        for (Bin bin : bins) {
            bin.write(out);
        }
    }

    public static NumberBins read(DataInput in) throws IOException {
        Habit habit = Habit.read(in);
        int size = Codec.readCount(in);
        List<Bin> bins = new ArrayList<>(size);
        for (int b = 0; b < size; b++) {
            bins.add(Bin.read(in));
        }
        return new NumberBins(habit, bins);
    }
}
