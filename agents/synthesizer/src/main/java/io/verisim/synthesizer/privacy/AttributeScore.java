package io.verisim.synthesizer.privacy;

import org.jspecify.annotations.Nullable;

/**
 * How well a column is guessed by who knows the quasi-identifiers of a row.
 *
 * @param column the column that is guessed
 * @param protection DisclosureProtection of SDMetrics, 1 is best; null where undefined
 * @param attack mean share of right values among the synthetic rows with the quasi-identifiers of a training row
 * @param control the same for rows that the twin was not made from
 * @param risk how far the one is beyond the other
 */
public record AttributeScore(String column, @Nullable Double protection, Rate attack, Rate control, Risk risk) {}
