package io.verisim.synthesizer.marginal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts sorted numbers into bins. How much likelier a round number is than the numbers around it is one weight for each
 * grain, the same in all bins, by maximum likelihood: a number of grain g has in its gap the share w_g / Σ_h n_h·w_h,
 * where the gap has room for n_h numbers of grain h. The weights follow by iterative scaling (J. N. Darroch and D.
 * Ratcliff, 1972).
 */
final class BinFit {

    /** A value is an atom when it is so many standard deviations more frequent than its bin and grain make it. */
    private static final double OUTSTANDING = 3;

    private static final int ROUNDS = 30;

    private final double[] sorted;
    private final Habit habit;

    /** First index of each bin and the one behind its last. */
    private final List<int[]> cuts = new ArrayList<>();

    private BinFit(double[] sorted, Habit habit) {
        this.sorted = sorted;
        this.habit = habit;
    }

    /**
     * Bins of so many values or more.
     *
     * @param sorted at least one finite number
     * @param habit of the numbers
     */
    static List<Bin> fit(double[] sorted, int size, Habit habit) {
        BinFit fit = new BinFit(sorted, habit);
        fit.cut(size);
        double[] weights = new double[Habit.GRAINS];
        Arrays.fill(weights, 1);
        List<BinDraft> drafts = fit.drafts(weights, Double.POSITIVE_INFINITY);
        boolean heaped = Habit.of(
                        drafts.stream().flatMapToDouble(BinDraft::rare).toArray())
                .isHeaped();
        if (heaped) {
            scale(drafts, weights);
        }
        drafts = fit.drafts(weights, OUTSTANDING);
        if (heaped) {
            scale(drafts, weights);
        }
        return drafts.stream().map(draft -> draft.bin(weights, heaped)).toList();
    }

    private void cut(int size) {
        int start = 0;
        for (int i = 0; i < sorted.length; ) {
            int end = BinDraft.sameUntil(sorted, i, sorted.length);
            if (end - i >= size) {
                add(start, i, size);
                cuts.add(new int[] {i, end});
                start = end;
            } else if (end - start >= size) {
                cuts.add(new int[] {start, end});
                start = end;
            }
            i = end;
        }
        add(start, sorted.length, size);
    }

    /** A remainder that is too small joins the bin before it, unless that one is a spike. */
    private void add(int start, int end, int size) {
        if (start == end) {
            return;
        }
        if (end - start < size / 2 && !cuts.isEmpty() && !isSpike(cuts.getLast())) {
            cuts.getLast()[1] = end;
        } else {
            cuts.add(new int[] {start, end});
        }
    }

    private boolean isSpike(int[] cut) {
        return sorted[cut[0]] == sorted[cut[1] - 1];
    }

    private List<BinDraft> drafts(double[] weights, double outstanding) {
        List<BinDraft> drafts = new ArrayList<>();
        double from = habit.below(sorted[0]);
        for (int[] cut : cuts) {
            double last = sorted[cut[1] - 1];
            double to = cut[1] == sorted.length || isSpike(cut) ? last : habit.between(last, sorted[cut[1]]);
            drafts.add(BinDraft.of(Arrays.copyOfRange(sorted, cut[0], cut[1]), from, to, habit)
                    .withAtoms(weights, outstanding));
            from = to;
        }
        return drafts;
    }

    /** One round of scaling after the other; each brings the expected number of each grain nearer to what there is. */
    private static void scale(List<BinDraft> drafts, double[] weights) {
        double[] found = new double[Habit.GRAINS];
        drafts.forEach(draft -> draft.count(found));
        for (int round = 0; round < ROUNDS; round++) {
            double[] expected = new double[Habit.GRAINS];
            drafts.forEach(draft -> draft.expect(weights, expected));
            for (int g = 0; g < weights.length; g++) {
                weights[g] = expected[g] > 0 ? weights[g] * found[g] / expected[g] : 0;
            }
        }
    }
}
