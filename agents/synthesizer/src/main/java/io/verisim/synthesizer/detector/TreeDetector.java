package io.verisim.synthesizer.detector;

import io.verisim.synthesizer.detector.DetectorResult.Importance;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.synthesizer.quality.data.Workers;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The tree detector: gradient-boosted trees try to tell real from synthetic rows. Equal numbers of rows, at most 10,000 a
 * side, drawn with the seed; five stratified folds; the area under the curve of the pooled out-of-fold scores. Depends on
 * tables, kinds and seed alone, not on the number of threads.
 */
public final class TreeDetector {

    /** Most rows drawn from a side. */
    public static final int MAX_ROWS = 10_000;

    private static final int FOLDS = 5;

    private TreeDetector() {}

    /** The area under the curve; NaN where it is undefined. */
    public static double auc(TextTable real, TextTable synthetic, TableKinds kinds, long seed, int threads) {
        Double auc =
                detect(AlignedTable.of(kinds, real, synthetic), seed, threads).treeDetectorAuc();
        return auc == null ? Double.NaN : auc;
    }

    /** The area under the curve, and which columns give the synthetic rows away. */
    public static DetectorResult detect(AlignedTable table, long seed, int threads) {
        int n = Math.min(MAX_ROWS, Math.min(table.rows(Side.REAL), table.rows(Side.SYNTHETIC)));
        if (table.columns().isEmpty() || n < FOLDS) {
            String reason = table.columns().isEmpty() ? "no column to compare" : "fewer than 5 rows on a side";
            return new DetectorResult(null, n, List.of(), reason);
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] realRows = draw(random, table.rows(Side.REAL), n);
        int[] syntheticRows = draw(random, table.rows(Side.SYNTHETIC), n);
        BinnedFeatures features = features(table, realRows, syntheticRows);
        boolean[] positive = new boolean[2 * n];
        Arrays.fill(positive, n, 2 * n, true);
        List<BoostedTrees> models = Workers.map(
                threads,
                FOLDS,
                fold -> BoostedTrees.fit(features, positive, rows(n, fold, false), BoostingOptions.defaults()));
        double[] scores = new double[2 * n];
        for (int fold = 0; fold < FOLDS; fold++) {
            for (int row : rows(n, fold, true)) {
                scores[row] = models.get(fold).score(features, row);
            }
        }
        return new DetectorResult(RocCurve.area(scores, positive), n, importance(table, models), null);
    }

    /** The first {@code n} of a random order of all rows; the position in it also decides the fold. */
    static int[] draw(RandomGenerator random, int rows, int n) {
        int[] order = new int[rows];
        Arrays.setAll(order, i -> i);
        for (int i = 0; i < n; i++) {
            int other = i + random.nextInt(rows - i);
            int swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
        return Arrays.copyOf(order, n);
    }

    private static BinnedFeatures features(AlignedTable table, int[] realRows, int[] syntheticRows) {
        double[][] columns = new double[table.columns().size()][];
        for (int f = 0; f < columns.length; f++) {
            AlignedColumn column = table.columns().get(f);
            double[] real = column.numbers(Side.REAL);
            double[] synthetic = column.numbers(Side.SYNTHETIC);
            double[] values = new double[realRows.length + syntheticRows.length];
            for (int i = 0; i < realRows.length; i++) {
                values[i] = real[realRows[i]];
                values[realRows.length + i] = synthetic[syntheticRows[i]];
            }
            columns[f] = values;
        }
        return BinnedFeatures.of(columns);
    }

    /** The rows of a fold, or all others; each class is dealt out in turn, so that folds are stratified. */
    private static int[] rows(int n, int fold, boolean within) {
        int[] rows = new int[2 * n];
        int next = 0;
        for (int row = 0; row < 2 * n; row++) {
            if ((row % n % FOLDS == fold) == within) {
                rows[next++] = row;
            }
        }
        return Arrays.copyOf(rows, next);
    }

    private static List<Importance> importance(AlignedTable table, List<BoostedTrees> models) {
        double[] gains = new double[table.columns().size()];
        for (BoostedTrees model : models) {
            double[] of = model.gains();
            Arrays.setAll(gains, f -> gains[f] + of[f]);
        }
        double total = Arrays.stream(gains).sum();
        List<Importance> shares = new ArrayList<>();
        for (int f = 0; f < gains.length; f++) {
            shares.add(new Importance(table.columns().get(f).name(), total > 0 ? gains[f] / total : 0));
        }
        shares.sort(Comparator.comparingDouble(Importance::share).reversed().thenComparing(Importance::column));
        return shares;
    }
}
