package io.verisim.synthesizer.detector;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The column that models are to guess.
 *
 * @param column the column
 * @param value the one value that counts, as {@code column=value} names it; null for all
 * @param chosenBy {@code option}, {@code metadata} or {@code data}
 */
record Target(AlignedColumn column, @Nullable String value, String chosenBy) {

    /** More values than that are no classes. */
    static final int MOST_CLASSES = 20;

    private static final int FEW = 10;
    private static final double LEAST_SHARE = 0.02;

    /**
     * The column that the option names, else the metadata's; else the last categorical one with at most ten values of which
     * the second most frequent has a share of 2 % at least. Empty where there is none.
     *
     * @throws VerisimException CONFIGURATION where a name is given that is no measured column
     */
    static Optional<Target> find(AlignedTable table, @Nullable String option, @Nullable String metadata) {
        if (option != null) {
            return Optional.of(named(table, option, "option"));
        }
        return metadata != null ? Optional.of(named(table, metadata, "metadata")) : chosen(table);
    }

    private static Target named(AlignedTable table, String name, String by) {
        for (AlignedColumn column : table.columns()) {
            if (column.name().equals(name)) {
                return new Target(column, null, by);
            }
        }
        int equals = name.indexOf('=');
        if (equals > 0) {
            return new Target(named(table, name.substring(0, equals), by).column, name.substring(equals + 1), by);
        }
        throw VerisimException.configuration(
                "TARGET_UNKNOWN",
                "There is no measured column '" + name + "' to be guessed.",
                "Name one of: " + String.join(", ", table.columnNames()) + ".");
    }

    private static Optional<Target> chosen(AlignedTable table) {
        List<AlignedColumn> columns = table.columns();
        for (int c = columns.size() - 1; c >= 0; c--) {
            if (columns.get(c) instanceof CategoryColumn categories) {
                int[] counts = categories.counts(Side.REAL);
                Arrays.sort(counts);
                long values = Arrays.stream(counts).filter(count -> count > 0).count();
                if (values >= 2 && values <= FEW && counts[counts.length - 2] >= LEAST_SHARE * table.rows(Side.REAL)) {
                    return Optional.of(new Target(categories, null, "data"));
                }
            }
        }
        return Optional.empty();
    }

    /** The values that are guessed: those of the training rows, one of two. */
    double[] classes() {
        double[] all = Arrays.stream(column.numbers(Side.REAL))
                .filter(x -> !Double.isNaN(x))
                .distinct()
                .limit(MOST_CLASSES + 1L)
                .sorted()
                .toArray();
        if (value != null) {
            return DoubleStream.of(all).filter(this::isValue).toArray();
        }
        return all.length == 2 ? new double[] {all[1]} : all.length < 2 ? new double[0] : all;
    }

    private boolean isValue(double code) {
        String text = column instanceof CategoryColumn categories
                ? categories.categories().get((int) code)
                : Double.toString(code);
        return text.equals(value);
    }
}
