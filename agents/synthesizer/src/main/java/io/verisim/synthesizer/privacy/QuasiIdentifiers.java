package io.verisim.synthesizer.privacy;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Columns by which somebody outside may recognise a person, and how many records they single out; numbers and datetimes in
 * 10 bins. Where none are named: up to {@value #MOST} columns and half of all, one after the other the one that makes most
 * different combinations, among {@value #MOST_ROWS} training rows.
 */
final class QuasiIdentifiers {

    static final int MOST = 4;
    static final int MOST_ROWS = 20_000;

    private final AlignedTable table;
    private final List<AlignedColumn> columns;
    private final int threads;

    private QuasiIdentifiers(AlignedTable table, List<AlignedColumn> columns, int threads) {
        this.table = table;
        this.threads = threads;
        this.columns = columns;
    }

    static QuasiIdentifiers of(AlignedTable table, Samples samples, PrivacyOptions options) {
        List<AlignedColumn> named = table.columns().stream()
                .filter(column -> options.quasiIdentifiers().contains(column.name()))
                .toList();
        int threads = options.threads();
        return new QuasiIdentifiers(table, named.isEmpty() ? choose(table, samples, threads) : named, threads);
    }

    private static List<AlignedColumn> choose(AlignedTable table, Samples samples, int threads) {
        int[] rows = Draws.head(samples.training(), MOST_ROWS);
        List<double[]> codes = table.columns().stream()
                .map(column -> Codes.of(column, Side.REAL, rows))
                .toList();
        List<Integer> chosen = new ArrayList<>();
        int most = 0;
        for (Integer next = best(codes, chosen, most, threads);
                next != null;
                next = best(codes, chosen, most, threads)) {
            chosen.add(next);
            most = distinct(codes, chosen);
        }
        return chosen.stream().sorted().map(table.columns()::get).toList();
    }

    /** The column that, added to the chosen ones, tells most rows apart; null where none tells more than {@code most}. */
    private static @Nullable Integer best(List<double[]> codes, List<Integer> chosen, int most, int threads) {
        // half of the columns at most, so that some are left to be guessed
        if (chosen.size() == Math.clamp(codes.size() / 2, 1, MOST)) {
            return null;
        }
        List<Integer> distinct = Workers.map(threads, codes.size(), c -> {
            List<Integer> more = new ArrayList<>(chosen);
            more.add(c);
            return distinct(codes, more);
        });
        int best = IntStream.range(0, distinct.size())
                .reduce((a, b) -> distinct.get(b) > distinct.get(a) ? b : a)
                .orElse(0);
        return distinct.get(best) > most ? Integer.valueOf(best) : null;
    }

    private static int distinct(List<double[]> codes, List<Integer> chosen) {
        double[][] of = chosen.stream().map(codes::get).toArray(double[][]::new);
        return RowPrints.of(of, of[0].length).distinct();
    }

    List<String> names() {
        return columns.stream().map(AlignedColumn::name).toList();
    }

    /** How many rows of real and synthetic table are alone with their combination. */
    Uniqueness uniqueness() {
        return new Uniqueness(
                names(),
                prints(Side.REAL).unique(),
                table.rows(Side.REAL),
                prints(Side.SYNTHETIC).unique(),
                table.rows(Side.SYNTHETIC));
    }

    /** Rows that share their combination with exactly one training row, itself not counted. */
    Finding uniqueRecords() {
        RowPrints training = prints(Side.REAL);
        Side control = table.has(Side.HOLDOUT) ? Side.HOLDOUT : Side.REAL;
        return Finding.of(
                Measure.UNIQUE_RECORDS,
                rate(Side.SYNTHETIC, training, count -> count == 1),
                rate(control, training, count -> count == (control == Side.REAL ? 2 : 1)));
    }

    private Rate rate(Side side, RowPrints training, IntPredicate isHit) {
        double[][] codes = codes(side);
        boolean[] hits = new boolean[table.rows(side)];
        Pieces.each(threads, hits.length, row -> hits[row] = isHit.test(training.count(RowPrints.print(codes, row))));
        int found = 0;
        for (boolean hit : hits) {
            found += hit ? 1 : 0;
        }
        return Rate.of(found, hits.length);
    }

    private RowPrints prints(Side side) {
        return RowPrints.of(codes(side), table.rows(side), threads);
    }

    private double[][] codes(Side side) {
        return columns.stream().map(column -> Codes.of(column, side)).toArray(double[][]::new);
    }
}
