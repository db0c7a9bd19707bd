package io.verisim.synthesizer.model.privatemarginals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.ModelParameters;
import io.verisim.synthesizer.model.PrivacySpend;
import io.verisim.synthesizer.model.PrivacyStatement;
import io.verisim.synthesizer.model.PrivateModel.PublicDomain;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Attacks what a fit tells, 10,000 times on each of two tables of which one has one row more. δ is large, for what has a
 * chance of one in a million is not seen in 10,000 runs.
 */
class PrivacyAuditTest {

    private static final int FITS = 10_000;
    private static final int ROWS = 160;
    private static final double EPSILON = 1;
    private static final double DELTA = 0.1;
    private static final Budget BUDGET = Budget.of(EPSILON, DELTA);
    private static final Shares SHARES = Shares.of(BUDGET.rho(), 2, 0);

    @Test
    void theAttackFindsNoMoreThanWasStated() {
        assertThat(found(1)).isLessThan(EPSILON);
    }

    @Test
    void theAttackFindsOutThatTheNoiseIsHalved() {
        assertThat(found(0.5)).isGreaterThan(EPSILON);
    }

    @Test
    void aValueThatOneRowMakesFrequentIsToldWithItsChanceAtMost() {
        PrivateMarginalsModel model = new PrivateMarginalsModel();
        int told = 0;
        for (int fit = 0; fit < FITS; fit++) {
            Measured measured = model.measure(table(5), twoPublicLevels(), BUDGET, fit);
            told += measured.columns().getFirst().values().levels().length > 2 ? 1 : 0;
        }
        double stated = DELTA / 2 / 2;
        assertThat(Attack.atLeast(told, FITS)).isLessThanOrEqualTo(stated);
        assertThat((double) told / FITS).as("or else the test could not fail").isGreaterThan(stated / 2);
        for (int fit = 0; fit < 1_000; fit++) {
            Measured measured = model.measure(table(4), twoPublicLevels(), BUDGET, fit);
            assertThat(measured.columns().getFirst().values().levels()).hasSize(2);
        }
    }

    @Test
    void theLedgerAddsUpToTheBudgetAndEachNoiseIsWorthItsPrice() {
        PrivacyStatement statement =
                ((FittedMarginals) new PrivateMarginalsModel().fit(table(9), settings(1, 2))).statement();
        double rho = statement.ledger().stream().mapToDouble(PrivacySpend::rho).sum();
        double delta =
                statement.ledger().stream().mapToDouble(PrivacySpend::delta).sum();
        assertThat(rho).isLessThanOrEqualTo(statement.rho()).isGreaterThan(0.9 * statement.rho());
        assertThat(delta + Concentrated.delta(statement.rho(), 2)).isLessThanOrEqualTo(DELTA * (1 + 1e-9));
        assertThat(statement.ledger())
                .filteredOn(spend -> spend.noise() > 0)
                .allSatisfy(spend -> assertThat(2 * spend.noise() * spend.noise() * spend.rho())
                        .isCloseTo(1, within(1e-9)));
    }

    @Test
    void whatIsBeyondTheBudgetIsNotHandedOut() {
        Accountant accountant = new Accountant(BUDGET, 1, new ExactNoise(new SecretGenerator(1)));
        accountant.gaussian("some", BUDGET.rho() * 0.9);
        assertThatThrownBy(() -> accountant.gaussian("more", BUDGET.rho() * 0.2))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> accountant.threshold("more", DELTA)).isInstanceOf(IllegalStateException.class);
    }

    /** The 95 % lower bound of ε with this share of the noise. */
    private static double found(double share) {
        PrivateMarginalsModel model = new PrivateMarginalsModel(share);
        double[] with = new double[FITS];
        double[] without = new double[FITS];
        for (int fit = 0; fit < FITS; fit++) {
            without[fit] = told(model.measure(table(0), twoPublicLevels(), BUDGET, fit));
            with[fit] = told(model.measure(table(1), twoPublicLevels(), BUDGET, FITS + fit));
        }
        return Attack.lowerBound(with, without, DELTA);
    }

    /** Every count that the row more is in, each by its precision: the best statistic there is. */
    private static double told(Measured measured) {
        MeasuredColumn one = measured.columns().get(0);
        MeasuredColumn other = measured.columns().get(1);
        int pair = one.groups()[ROWS - 1] * other.cells().groups() + other.groups()[ROWS - 1];
        return SHARES.rows() * measured.rows()
                + SHARES.values()
                        * (one.values().levelCounts()[1] + other.values().levelCounts()[1])
                + SHARES.pair() * measured.counts().getFirst()[pair];
    }

    /** Two columns of two public levels, and so many rows more: of (1, 1), or of a third level where there are several. */
    private static TrainingTable table(int more) {
        int[] one = new int[ROWS + more];
        int[] other = new int[ROWS + more];
        for (int row = 0; row < one.length; row++) {
            boolean added = row >= ROWS;
            one[row] = added ? more > 1 ? 2 : 1 : row * 2 / ROWS;
            other[row] = added ? 1 : row % 2;
        }
        return new TrainingTable(
                one.length, List.of(ModelColumn.category("one", 3, one), ModelColumn.category("other", 2, other)));
    }

    private static List<PublicDomain> twoPublicLevels() {
        return List.of(new PublicDomain(2, 0), new PublicDomain(2, 0));
    }

    private static FitSettings settings(long seed, double epsilon) {
        return new FitSettings(
                new ModelParameters("private_marginals", Map.of("epsilon", epsilon, "delta", DELTA)), seed, 1);
    }
}
