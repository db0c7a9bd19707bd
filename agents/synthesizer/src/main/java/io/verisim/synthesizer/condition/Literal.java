package io.verisim.synthesizer.condition;

/**
 * A value in a condition, read as its column's values are.
 *
 * @param text as the column writes it, or as it stood where it is no such value
 * @param number the number or the microseconds since 1970; NaN in a column of text
 */
public record Literal(String text, double number) {}
