package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Quantiles;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import java.util.Arrays;
import java.util.List;

/**
 * How near synthetic rows come to training rows. Near copies lie closer to one than the 1 % quantile of the distances from
 * control rows to training rows. The share of copied rows p follows from how often synthetic rows are closer to the
 * training rows than to as many holdout rows, ties counting half: that is ½ + f·p/2, where f is the share of the training
 * rows that fitted beside the holdout, so p = (2·share − 1)/f.
 *
 * <p>Without a holdout, each training row beside the others plays the holdout row: its distance to the closest of them has
 * the law that the distance of an unseen row has. The share is then that of the pairs of a synthetic and a training row in
 * which the synthetic one lies closer (Mann and Whitney, doi:10.1214/aoms/1177730491). A twin that leaves out unusual rows
 * exceeds one half there without copying, which a holdout tells apart.
 */
final class NearbyRecords {

    private static final double NEAR_QUANTILE = 0.01;

    private final AlignedTable table;
    private final Samples samples;
    private final int threads;
    private final boolean holdout;
    private final RowSpace space;
    private final double[] synthetic;
    private final double[] control;

    NearbyRecords(AlignedTable table, Samples samples, int threads) {
        this.table = table;
        this.samples = samples;
        this.threads = threads;
        this.holdout = samples.holdout().length > 0;
        this.space = RowSpace.of(table, List.of(Side.REAL));
        RowSpace.Rows training = space.rows(Side.REAL, samples.training());
        this.synthetic = space.nearest(queries(space, Side.SYNTHETIC, training.count()), training, threads);
        this.control = holdout
                ? space.nearest(queries(space, Side.HOLDOUT, training.count()), training, threads)
                : space.nearestOther(training, Samples.queries(samples.training(), training.count()).length, threads);
    }

    private RowSpace.Rows queries(RowSpace of, Side side, int among) {
        return of.rows(side, Samples.queries(samples.of(side), among));
    }

    /** Distance below which a row is a near copy. */
    double threshold() {
        double[] sorted = control.clone();
        Arrays.sort(sorted);
        return Quantiles.ofSorted(sorted, NEAR_QUANTILE);
    }

    Finding nearCopies() {
        double threshold = threshold();
        return Finding.of(Measure.NEAR_COPIES, below(synthetic, threshold), below(control, threshold));
    }

    private static Rate below(double[] distances, double threshold) {
        return Rate.of(Arrays.stream(distances).filter(d -> d < threshold).count(), distances.length);
    }

    Finding copiedRows() {
        int size = Math.min(samples.training().length, samples.holdout().length);
        Rate closer = holdout ? closerToTraining(size) : Rate.of(closer(synthetic, control), synthetic.length);
        double seen = (double) (holdout ? size : samples.training().length) / table.rows(Side.REAL);
        Risk copied =
                Risk.clipped(copied(closer.rate(), seen), copied(closer.low(), seen), copied(closer.high(), seen));
        return Finding.of(Measure.COPIED_ROWS, closer, Rate.of(closer.tries() / 2.0, closer.tries()), copied);
    }

    private static double copied(double share, double seen) {
        return (2 * share - 1) / seen;
    }

    private Rate closerToTraining(int size) {
        RowSpace both = RowSpace.of(table, List.of(Side.REAL, Side.HOLDOUT));
        RowSpace.Rows rows = queries(both, Side.SYNTHETIC, size);
        double[] toTraining = both.nearest(rows, both.rows(Side.REAL, Draws.head(samples.training(), size)), threads);
        double[] toHoldout = both.nearest(rows, both.rows(Side.HOLDOUT, Draws.head(samples.holdout(), size)), threads);
        return Rate.of(ClosestRecords.closerShare(toTraining, toHoldout) * rows.count(), rows.count());
    }

    /** In how many of its pairs with all of {@code others} each of {@code distances} is smaller, ties half, summed. */
    static double closer(double[] distances, double[] others) {
        double[] sorted = others.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double distance : distances) {
            int equalOrMore = sorted.length - firstAtLeast(sorted, distance);
            int more = sorted.length - firstAtLeast(sorted, Math.nextUp(distance));
            sum += (equalOrMore + more) / 2.0;
        }
        return others.length == 0 ? distances.length / 2.0 : sum / others.length;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
