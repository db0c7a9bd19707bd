package io.verisim.synthesizer.privacy;

import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import java.util.Arrays;
import java.util.List;

/**
 * Attacks that guess of a record, of which everything is known, whether the twin was made from it. The record is claimed
 * where its score exceeds the limit at which at most 5 % of the holdout rows are claimed, as N. Carlini et al., "Membership
 * inference attacks from first principles", 2022 (doi:10.1109/SP46214.2022.9833649), ask: what counts is whether some are
 * told for sure, not the mean over all.
 *
 * <p>The score is the nearness of the closest synthetic row, or the ratio of two densities, each by the nearest neighbour:
 * that of the synthetic rows over that of other real rows, which are one half of the holdout (B. van Breugel et al.,
 * "Membership inference attacks against synthetic data through overfitting detection", 2023, arXiv:2302.12580). Ranges of
 * numbers are those of the synthetic rows, since the attacker has no others.
 */
final class MembershipInference {

    /** Of the rows that the twin was not made from, at most this share is claimed. */
    static final double FALSE_CLAIMS = 0.05;

    private static final double NEARLY_NOTHING = 1e-8;

    private final Samples samples;
    private final int threads;
    private final AlignedTable table;
    private final RowSpace space;
    private final RowSpace.Rows synthetic;

    MembershipInference(AlignedTable table, Samples samples, int threads) {
        this.table = table;
        this.samples = samples;
        this.threads = threads;
        this.space = RowSpace.of(table, List.of(Side.SYNTHETIC));
        this.synthetic = space.rows(Side.SYNTHETIC, samples.synthetic());
    }

    Finding byDistance() {
        int size = size(samples.holdout().length);
        double[] members = nearness(space.rows(Side.REAL, Draws.head(samples.training(), size)));
        double[] others = nearness(space.rows(Side.HOLDOUT, Draws.head(samples.holdout(), size)));
        return finding(Measure.MEMBERSHIP_BY_DISTANCE, members, others);
    }

    Finding byDensity() {
        int half = samples.holdout().length / 2;
        int size = size(half);
        RowSpace.Rows reference =
                space.rows(Side.HOLDOUT, Arrays.copyOfRange(samples.holdout(), half, samples.holdout().length));
        double[] members = densityRatio(space.rows(Side.REAL, Draws.head(samples.training(), size)), reference);
        double[] others = densityRatio(space.rows(Side.HOLDOUT, Draws.head(samples.holdout(), size)), reference);
        return finding(Measure.MEMBERSHIP_BY_DENSITY, members, others);
    }

    /** How many rows of each kind are tried. */
    private int size(int holdout) {
        int most = Math.min(holdout, samples.training().length);
        return Samples.queries(Draws.head(samples.training(), most), synthetic.count()).length;
    }

    private double[] nearness(RowSpace.Rows rows) {
        return Arrays.stream(space.nearest(rows, synthetic, threads))
                .map(d -> -d)
                .toArray();
    }

    private double[] densityRatio(RowSpace.Rows rows, RowSpace.Rows reference) {
        double[] toSynthetic = space.nearest(rows, synthetic, threads);
        double[] toReference = space.nearest(rows, reference, threads);
        double[] ratio = new double[toSynthetic.length];
        Arrays.setAll(ratio, i -> (toReference[i] + NEARLY_NOTHING) / (toSynthetic[i] + NEARLY_NOTHING));
        return ratio;
    }

    /** The claims that follow from scores; the higher a score, the more likely a member. */
    static Finding finding(Measure measure, double[] members, double[] others) {
        double limit = limit(others);
        return Finding.of(measure, above(members, limit), above(others, limit));
    }

    /** The smallest score that at most 5 % of {@code others} exceed. */
    private static double limit(double[] others) {
        double[] sorted = others.clone();
        Arrays.sort(sorted);
        int allowed = (int) (FALSE_CLAIMS * sorted.length);
        return sorted.length == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length - 1 - allowed];
    }

    private static Rate above(double[] scores, double limit) {
        return Rate.of(Arrays.stream(scores).filter(x -> x > limit).count(), scores.length);
    }
}
