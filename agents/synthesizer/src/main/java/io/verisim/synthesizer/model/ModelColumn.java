package io.verisim.synthesizer.model;

import org.jspecify.annotations.Nullable;

/**
 * A column as models see it. Each row holds either a level, one of finitely many, or a number. A category is a level, so
 * is a missing value, and a text among numbers; a category column has no numbers at all.
 *
 * @param name column name
 * @param levels number of levels
 * @param codes one a row: the level, or {@link #NUMBER}; not copied, read only
 * @param numbers one a row, finite where the code is {@link #NUMBER}; null for a column without numbers; read only
 */
public record ModelColumn(String name, int levels, int[] codes, double @Nullable [] numbers) {

    /** Code of a row that holds a number. */
    public static final int NUMBER = -1;

    public static ModelColumn category(String name, int levels, int[] codes) {
        return new ModelColumn(name, levels, codes, null);
    }

    /** Some of the rows, in this order; all levels remain. */
    ModelColumn only(int[] rows) {
        int[] keptCodes = new int[rows.length];
        double[] keptNumbers = numbers == null ? null : new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keptCodes[i] = codes[rows[i]];
            if (numbers != null && keptNumbers != null) {
                keptNumbers[i] = numbers[rows[i]];
            }
        }
        return new ModelColumn(name, levels, keptCodes, keptNumbers);
    }

    public boolean isNumeric() {
        return numbers != null;
    }
}
