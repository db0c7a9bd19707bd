package io.verisim.synthesizer.privacy;

import io.verisim.synthesizer.detector.BinnedFeatures;
import io.verisim.synthesizer.detector.BoostedTrees;
import io.verisim.synthesizer.detector.BoostingOptions;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses a column of training rows from all other columns by boosted trees, one class against the rest. The attacker's
 * trees learn from synthetic rows, the control's from as many holdout rows: what other real rows teach about people is no
 * leak. Numbers and datetimes to be guessed count in 10 bins; the {@value #MOST_CLASSES} most frequent values are guessed
 * at all. Up to {@value #MOST_ROWS} rows a table and {@value #MOST_COLUMNS} columns.
 */
final class AttributeClassifier {

    static final int MOST_ROWS = 2_000;
    static final int MOST_COLUMNS = 20;
    static final int MOST_CLASSES = 5;

    /** Small leaves, so that trees can learn single rows by heart. */
    private static final BoostingOptions OPTIONS = new BoostingOptions(30, 6, 0.2, 5);

    private final AlignedTable table;
    private final int size;
    private final Map<Side, int[]> rows = new LinkedHashMap<>();

    AttributeClassifier(AlignedTable table, Samples samples) {
        this.table = table;
        this.size = Math.min(
                MOST_ROWS,
                Math.min(samples.training().length, Math.min(samples.synthetic().length, samples.holdout().length)));
        for (Side side : List.of(Side.SYNTHETIC, Side.HOLDOUT, Side.REAL)) {
            rows.put(side, Draws.head(samples.of(side), size));
        }
    }

    /** The column that is most exposed; empty where there is nothing to guess from. */
    Optional<Finding> mostExposed(int threads) {
        int columns = table.columns().size() < 2
                ? 0
                : Math.min(MOST_COLUMNS, table.columns().size());
        return Workers.map(threads, columns, this::finding).stream()
                .max(Comparator.comparingDouble(finding -> finding.risk().low()));
    }

    private Finding finding(int column) {
        double[] truth = together(table.columns().get(column), true);
        double[][] known = table.columns().stream()
                .filter(other -> !other.equals(table.columns().get(column)))
                .map(other -> together(other, false))
                .toArray(double[][]::new);
        BinnedFeatures features = BinnedFeatures.of(known);
        List<Double> classes = classes(truth);
        return Finding.of(
                        Measure.ATTRIBUTE_BY_CLASSIFIER,
                        Rate.of(right(features, truth, classes, 0), size),
                        Rate.of(right(features, truth, classes, size), size))
                .about(table.columns().get(column).name());
    }

    /** A column of the synthetic, the holdout and the training rows, one after the other. */
    private double[] together(AlignedColumn column, boolean coded) {
        double[] all = new double[3 * size];
        int next = 0;
        for (Map.Entry<Side, int[]> of : rows.entrySet()) {
            double[] part = coded
                    ? Codes.of(column, of.getKey(), of.getValue())
                    : Codes.pick(column.numbers(of.getKey()), of.getValue());
            System.arraycopy(part, 0, all, next, size);
            next += size;
        }
        return all;
    }

    /** The most frequent values of the training rows, the first of them first. */
    private List<Double> classes(double[] truth) {
        Map<Double, Integer> counts = new LinkedHashMap<>();
        for (int i = 2 * size; i < 3 * size; i++) {
            counts.merge(truth[i], 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Double, Integer>comparingByValue().reversed())
                .limit(MOST_CLASSES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many training rows are guessed right by trees that learn from the rows that begin at {@code from}. */
    private int right(BinnedFeatures features, double[] truth, List<Double> classes, int from) {
        int[] learnt = new int[size];
        for (int i = 0; i < size; i++) {
            learnt[i] = from + i;
        }
        List<BoostedTrees> models = new ArrayList<>();
        for (Double value : classes) {
            boolean[] positive = new boolean[truth.length];
            for (int i = 0; i < truth.length; i++) {
                positive[i] = value.equals(truth[i]);
            }
            models.add(BoostedTrees.fit(features, positive, learnt, OPTIONS));
        }
        int right = 0;
        for (int i = 2 * size; i < 3 * size; i++) {
            right += classes.get(best(models, features, i)).equals(truth[i]) ? 1 : 0;
        }
        return right;
    }

    private static int best(List<BoostedTrees> models, BinnedFeatures features, int row) {
        int best = 0;
        double score = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < models.size(); m++) {
            double of = models.get(m).score(features, row);
            if (of > score) {
                score = of;
                best = m;
            }
        }
        return best;
    }
}
