package io.verisim.synthesizer.quality;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What rows that nobody held out would have scored. Disjoint parts of the real table are honest samples of one source: two
 * halves of {@code h} rows, and two pairs of quarters, in several random cuts. What a score lacks to 1 falls with the size of both
 * samples as {@code k^−γ}, where 2/k = 1/n + 1/m for samples of n and m rows: γ is one half where every value is frequent,
 * as for any mean of independent rows, and less where many are rare. It is read off the halves and the quarters, once over
 * all columns and once over all pairs, kept within [0, ½], and carried on to the sizes of the real and the synthetic table.
 * Large tables are cut into parts of {@value #MOST_ROWS} rows.
 */
final class CeilingEstimate {

    static final int MOST_ROWS = 50_000;
    private static final int LEAST_ROWS = 20;
    private static final int ALL_ROWS = 50_000;
    private static final int LEAST_CUTS = 2;
    private static final int MOST_CUTS = 10;

    private final AlignedTable table;
    private final List<PairScore> pairs;
    private final double half;
    private final List<Quality> halves = new ArrayList<>();
    private final List<Quality> quarters = new ArrayList<>();

    private CeilingEstimate(AlignedTable table, List<PairScore> pairs, EvaluationOptions options) {
        this.table = table;
        this.pairs = pairs;
        int rows = table.rows(Side.REAL);
        int size = Math.min(MOST_ROWS, rows / 2);
        half = size;
        RandomGenerator random =
                RandomStreams.of(options.seed()).with("ceiling").generator();
        for (int cut = 0; cut < Math.clamp(ALL_ROWS / size, LEAST_CUTS, MOST_CUTS); cut++) {
            cut(order(rows, random), size, options.threads());
        }
    }

    private void cut(int[] order, int size, int threads) {
        int quarter = size / 2;
        halves.add(quality(order, 0, size, 2 * size, threads));
        quarters.add(quality(order, 0, quarter, 2 * quarter, threads));
        quarters.add(quality(order, size, size + quarter, size + 2 * quarter, threads));
    }

    /**
     * Estimates; null for a table of fewer than {@value #LEAST_ROWS} rows.
     *
     * @param pairs those of the twin, which say what pairs count
     */
    static @Nullable Ceiling of(AlignedTable table, List<PairScore> pairs, EvaluationOptions options) {
        return table.rows(Side.REAL) < LEAST_ROWS || table.rows(Side.SYNTHETIC) == 0
                ? null
                : new CeilingEstimate(table, pairs, options).ceiling();
    }

    private static int[] order(int rows, RandomGenerator random) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private Quality quality(int[] order, int from, int middle, int to, int threads) {
        return Quality.of(
                table.parts(Arrays.copyOfRange(order, from, middle), Arrays.copyOfRange(order, middle, to)), threads);
    }

    private Ceiling ceiling() {
        double n = table.rows(Side.REAL);
        double m = table.rows(Side.SYNTHETIC);
        double growth = 2 / (1 / n + 1 / m) / half;
        double shapes = factor(growth, q -> q.scores().columnShapes());
        double trends = factor(growth, q -> q.scores().columnPairTrendsAllPairs());
        Map<String, Double> columns = new LinkedHashMap<>();
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            Double score = carried(q -> q.columns().get(column).shape().score(), shapes);
            if (score != null) {
                columns.put(table.columns().get(c).name(), score);
            }
        }
        return new Ceiling(
                Ceiling.HALVES,
                table.rows(Side.SYNTHETIC),
                QualityScores.of(
                        carried(q -> q.scores().columnShapes(), shapes),
                        carried(this::related, trends),
                        carried(q -> q.scores().columnPairTrendsAllPairs(), trends)),
                carried(Quality::correlationPreservation, 1 / Math.sqrt(growth)),
                null,
                columns);
    }

    /** Mean over the pairs that count in the whole table. */
    private @Nullable Double related(Quality quality) {
        return Defined.mean(IntStream.range(0, pairs.size())
                .filter(p -> pairs.get(p).counted())
                .mapToObj(p -> quality.pairs().get(p).score()));
    }

    /** By what the lack of the halves is multiplied: growth^−γ. */
    private double factor(double growth, Function<Quality, @Nullable Double> score) {
        double exponent = StrictMath.log(lack(quarters, score) / lack(halves, score)) / StrictMath.log(2);
        return StrictMath.pow(growth, -(exponent >= 0 ? Math.min(exponent, 0.5) : exponent < 0 ? 0 : 0.5));
    }

    private static double lack(List<Quality> cuts, Function<Quality, @Nullable Double> score) {
        Double mean = Defined.mean(cuts.stream().map(score));
        return mean == null ? Double.NaN : 1 - mean;
    }

    private @Nullable Double carried(Function<Quality, @Nullable Double> score, double factor) {
        double lack = lack(halves, score);
        return Double.isNaN(lack) ? null : Double.valueOf(Math.clamp(1 - lack * factor, 0.0, 1.0));
    }
}
