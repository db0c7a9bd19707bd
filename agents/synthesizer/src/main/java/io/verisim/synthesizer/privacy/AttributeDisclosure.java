package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Correct attribution probability (CAP): for a row whose known columns occur in the attacker's table, the share of that
 * table's rows with these known columns that carry the row's true value of a further column. Rows that do not occur are
 * skipped. Numbers and datetimes count in 10 bins of equal width, missing is a value. DisclosureProtection of SDMetrics is
 * min((1 − mean) / (1 − 1/values), 1) over training rows (M. Elliot, "Final report on the disclosure risk associated with
 * the synthetic data produced by the SYLLS team", 2014).
 *
 * <p>The attacker has the synthetic rows and tries training rows; the control tries holdout rows or, without a holdout,
 * training rows against the other training rows: what a real sample of the same people would tell.
 */
final class AttributeDisclosure {

    /** Most rows that are tried. */
    static final int MOST_TARGETS = 20_000;

    private final AlignedTable table;
    private final Samples samples;
    private final List<AlignedColumn> known;

    AttributeDisclosure(AlignedTable table, Samples samples, List<String> known) {
        this.table = table;
        this.samples = samples;
        this.known = table.columns().stream()
                .filter(column -> known.contains(column.name()))
                .toList();
    }

    /** Every column that is not known, in table order. */
    List<AttributeScore> scores(int threads) {
        List<AlignedColumn> guessed = table.columns().stream()
                .filter(column -> !known.contains(column))
                .toList();
        Known ofTraining = known(Side.REAL);
        Known ofSynthetic = known(Side.SYNTHETIC);
        Known ofHoldout = samples.holdout().length == 0 ? null : known(Side.HOLDOUT);
        return Workers.map(threads, guessed.size(), i -> score(guessed.get(i), ofTraining, ofSynthetic, ofHoldout));
    }

    /** The known columns of the rows of a table that are used. */
    private record Known(Side side, int[] rows, double[][] codes, RowPrints prints) {}

    private Known known(Side side) {
        int[] rows = samples.of(side);
        double[][] codes =
                known.stream().map(column -> Codes.of(column, side, rows)).toArray(double[][]::new);
        return new Known(side, rows, codes, RowPrints.of(codes, rows.length));
    }

    private AttributeScore score(AlignedColumn column, Known training, Known synthetic, @Nullable Known holdout) {
        double[][] codes = with(training, column);
        RowPrints synthesized = RowPrints.of(with(synthetic, column), synthetic.rows().length);
        Rate attack = rate(codes, training, synthetic.prints(), synthesized, 0);
        Rate control = holdout == null
                ? rate(codes, training, training.prints(), RowPrints.of(codes, training.rows().length), 1)
                : rate(with(holdout, column), holdout, synthetic.prints(), synthesized, 0);
        return new AttributeScore(
                column.name(), protection(codes[codes.length - 1], attack), attack, control, Risk.of(attack, control));
    }

    private static double[][] with(Known known, AlignedColumn column) {
        double[][] all = Arrays.copyOf(known.codes(), known.codes().length + 1);
        all[known.codes().length] = Codes.of(column, known.side(), known.rows());
        return all;
    }

    /** Mean CAP of a table's rows, where {@code self} of the rows with a row's own values are itself. */
    private static Rate rate(double[][] codes, Known targets, RowPrints keys, RowPrints pairs, int self) {
        double sum = 0;
        int tried = 0;
        for (int row = 0; row < Math.min(MOST_TARGETS, targets.rows().length); row++) {
            Interruption.checkAt(row);
            int matches = keys.count(RowPrints.print(targets.codes(), row)) - self;
            if (matches > 0) {
                sum += (double) (pairs.count(RowPrints.print(codes, row)) - self) / matches;
                tried++;
            }
        }
        return Rate.of(Math.min(sum, tried), tried);
    }

    private static @Nullable Double protection(double[] codes, Rate attack) {
        long values = Arrays.stream(codes).distinct().count();
        return values < 2 || attack.tries() == 0
                ? null
                : Double.valueOf(Math.min((1 - attack.successes() / attack.tries()) / (1 - 1.0 / values), 1));
    }
}
