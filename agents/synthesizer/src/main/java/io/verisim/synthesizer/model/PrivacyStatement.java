package io.verisim.synthesizer.model;

import java.util.List;

/**
 * What a differentially private model promises, and how it was spent: for any two tables of the same columns of which one
 * has one row more, every set of outcomes is at most e^ε times as likely under one as under the other, plus δ.
 *
 * @param epsilon ε
 * @param delta δ
 * @param rho the zero-concentrated budget that ε and the part of δ that is not spent on values come to
 * @param neighbours which tables are to be hard to tell apart
 * @param covers what the promise is about, and what not
 * @param ledger each mechanism that read the data
 */
public record PrivacyStatement(
        double epsilon, double delta, double rho, String neighbours, String covers, List<PrivacySpend> ledger) {

    public PrivacyStatement {
        ledger = List.copyOf(ledger);
    }
}
