package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.PrivateModel.PublicDomain;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.ArrayList;
import java.util.List;

/** Measures a table within a budget: rows, each column, then the pairs of a tree. */
final class Measuring {

    /** Noise of a pair's counts, all together, is to be no more than this share of the rows. */
    private static final double NOISE_SHARE = 0.1;

    private static final int MOST_GROUPS = 40;

    private final TrainingTable table;
    private final List<PublicDomain> domains;
    private final Budget budget;
    private final Accountant accountant;
    private final Shares shares;

    Measuring(TrainingTable table, List<PublicDomain> domains, Budget budget, Accountant accountant) {
        this.table = table;
        this.domains = domains;
        this.budget = budget;
        this.accountant = accountant;
        int numeric =
                (int) table.columns().stream().filter(ModelColumn::isNumeric).count();
        shares = Shares.of(budget.rho(), domains.size(), numeric);
    }

    Measured measure() {
        long rows = Math.max(1, accountant.gaussian("rows", shares.rows()).noisy(table.rows()));
        List<MeasuredColumn> columns = new ArrayList<>();
        int groups = groups(rows);
        for (int c = 0; c < domains.size(); c++) {
            Interruption.check();
            columns.add(column(table.columns().get(c), domains.get(c), groups));
        }
        double sigma = domains.size() < 2 ? 0 : 1 / Math.sqrt(2 * shares.pair());
        List<Pair> pairs = SpanningTree.choose(columns, rows, sigma, shares.choice(), accountant);
        List<long[]> counts = new ArrayList<>();
        for (Pair pair : pairs) {
            String what = "'" + table.columns().get(pair.one()).name() + "' with '"
                    + table.columns().get(pair.other()).name() + "'";
            counts.add(accountant
                    .gaussian("pairs of values of " + what, shares.pair())
                    .noisy(pair.counts(columns.get(pair.one()), columns.get(pair.other()))));
        }
        return new Measured(rows, columns, pairs, counts, sigma);
    }

    /** So many groups of a column that the noise of a pair's counts stays small beside the rows. */
    private int groups(long rows) {
        double cells = domains.size() < 2 ? 1 : NOISE_SHARE * rows * Math.sqrt(2 * shares.pair());
        return (int) Math.clamp(Math.sqrt(cells), 2, MOST_GROUPS);
    }

    private MeasuredColumn column(ModelColumn column, PublicDomain domain, int groups) {
        Gaussian mechanism = accountant.gaussian("values of '" + column.name() + "'", shares.values());
        double delta = accountant.threshold("values of '" + column.name() + "'", budget.forValues() / domains.size());
        Values values = Values.of(column, domain.levels(), mechanism, delta);
        Intervals intervals = Intervals.none();
        if (column.isNumeric()) {
            List<Gaussian> rounds = new ArrayList<>();
            for (double loss : shares.rounds()) {
                rounds.add(accountant.gaussian("intervals of '" + column.name() + "'", loss));
            }
            intervals = Intervals.of(values.others(column), domain.step(), rounds);
        }
        return MeasuredColumn.of(column, values, intervals, domain.step(), mechanism.sigma(), groups);
    }
}
