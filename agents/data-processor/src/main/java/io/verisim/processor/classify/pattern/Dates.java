package io.verisim.processor.classify.pattern;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.model.table.ColumnType;
import io.verisim.processor.classify.ColumnView;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypedValues;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Dates, and those that are births: days spread over two generations at least, none of the last years prevailing, hardly
 * two alike.
 */
final class Dates {

    private static final double MICROS_A_YEAR = 365.2425 * 86_400e6;
    private static final double EPOCH_YEAR = 1970;

    private Dates() {}

    static Optional<Vote> vote(ColumnView column) {
        ColumnType type = column.schema().type();
        if (type != ColumnType.DATE && type != ColumnType.DATETIME) {
            return Optional.empty();
        }
        double[] years = years(column);
        if (years.length == 0) {
            return Optional.empty();
        }
        if (type == ColumnType.DATE && areBirths(column, years)) {
            return Optional.of(new Vote(
                    PatternClassifier.NAME, SensitivityType.DOB, 0.8, "days spread over the life spans of people"));
        }
        return Optional.of(new Vote(PatternClassifier.NAME, SensitivityType.DATE, 0.6, "dates"));
    }

    private static boolean areBirths(ColumnView column, double[] years) {
        double low = years[(int) (0.05 * (years.length - 1))];
        double middle = years[years.length / 2];
        double high = years[(int) (0.95 * (years.length - 1))];
        return column.distinct() >= 20
                && 3 * column.distinct() > column.present()
                && high - low >= 30
                && high - low <= 110
                && low >= 1900
                && middle >= 1925
                && middle <= 2012;
    }

    private static double[] years(ColumnView column) {
        int[] codes = IntStream.range(0, column.sample().size()).toArray();
        TextColumn sample = TextColumn.coded(column.name(), codes, column.sample());
        return Arrays.stream(TypedValues.times(sample, column.schema()).micros())
                .filter(micros -> micros != TimePattern.MISSING)
                .mapToDouble(micros -> EPOCH_YEAR + micros / MICROS_A_YEAR)
                .sorted()
                .toArray();
    }
}
