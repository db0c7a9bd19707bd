package io.verisim.synthesizer.model;

/**
 * One entry of a privacy ledger: a mechanism that read the data, and what it cost.
 *
 * @param mechanism what was measured, and how
 * @param noise standard deviation of the noise in rows; 0 for a choice, which has none
 * @param rho its zero-concentrated privacy loss, for a table with one row more or fewer
 * @param delta chance that it tells something beyond that
 */
public record PrivacySpend(String mechanism, double noise, double rho, double delta) {}
