package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.synthesizer.model.PrivacySpend;
import io.verisim.synthesizer.model.PrivacyStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands out the mechanisms, enters each in the ledger, and refuses what is beyond the budget. Losses ρ add up, and so do
 * chances δ, also where a mechanism is chosen by what earlier ones told (M. Bun, T. Steinke, lemma 2.3 and section 8,
 * doi:10.1007/978-3-662-53641-4_24).
 */
final class Accountant {

    private static final double ROUNDING = 1e-9;

    private static final String NEIGHBOURS = "tables of the same columns, one of which has one row more";
    private static final String COVERS =
            "The fitted model and every row drawn from it. What is said of columns beforehand (names, types, formats, "
                    + "strategies) counts as public, and so does the number of rows asked for. Reports that compare the "
                    + "rows with the source are not covered.";

    private final Budget budget;
    private final double share;
    private final ExactNoise noise;
    private final List<PrivacySpend> ledger = new ArrayList<>();
    private double rho;
    private double delta;

    /**
     * An accountant.
     *
     * @param share of the noise that is really added: 1, save where a test is to see that less is found out
     */
    Accountant(Budget budget, double share, ExactNoise noise) {
        this.budget = budget;
        this.share = share;
        this.noise = noise;
    }

    /** Noise for the counts of one histogram. */
    Gaussian gaussian(String what, double loss) {
        Gaussian mechanism = new Gaussian(noise, loss);
        enter(new PrivacySpend("discrete Gaussian: " + what, mechanism.sigma(), mechanism.rho(), 0));
        return share == 1 ? mechanism : mechanism.scaled(share);
    }

    /** The chance that a secret is told although only one row has made it frequent enough. */
    double threshold(String what, double chance) {
        enter(new PrivacySpend("threshold: " + what, 0, 0, chance));
        return chance;
    }

    /**
     * The exponential mechanism for scores that one row changes by at most 1. Its loss is ε²/8 (M. Cesar, R. Rogers,
     * "Bounding, Concentrating, and Truncating", arXiv:2004.07223).
     */
    int choose(String what, long[] scores, double loss) {
        long parts = 1L << 20;
        long epsilon = (long) Math.floor(Math.sqrt(8 * loss) * parts);
        double paid = (double) epsilon / parts;
        enter(new PrivacySpend("exponential: " + what, 0, paid * paid / 8, 0));
        return noise.choose(scores, (long) (epsilon / share), 2 * parts);
    }

    private void enter(PrivacySpend spend) {
        rho += spend.rho();
        delta += spend.delta();
        if (rho > budget.rho() * (1 + ROUNDING) || delta > budget.forValues() * (1 + ROUNDING)) {
            throw new IllegalStateException("Beyond the privacy budget: " + spend);
        }
        ledger.add(spend);
    }

    /** What was promised and spent. */
    PrivacyStatement statement() {
        return new PrivacyStatement(
                budget.epsilon(), budget.delta(), budget.rho(), NEIGHBOURS, COVERS, List.copyOf(ledger));
    }
}
