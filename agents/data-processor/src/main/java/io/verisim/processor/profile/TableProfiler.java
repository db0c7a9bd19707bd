package io.verisim.processor.profile;

import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.numerics.Interruption;
import io.verisim.processor.profile.ColumnProfile.Length;
import io.verisim.processor.profile.ColumnProfile.Range;
import io.verisim.tabular.InferredColumn;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypedValues;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;

/** Describes a table in figures. The result depends on the table alone. */
public final class TableProfiler {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private TableProfiler() {}

    /**
     * The profile of a table.
     *
     * @param inferred the table's columns in order, as inferred
     * @param sensitivity what was found about them; sensitive columns are told without values
     */
    public static TableProfile profile(TextTable table, List<InferredColumn> inferred, TableSensitivity sensitivity) {
        List<ColumnProfile> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            boolean masked = sensitivity.columns().get(i).sensitive();
            Interruption.check();
            columns.add(column(table.columns().get(i), inferred.get(i), masked));
        }
        return new TableProfile(table.name(), table.rows(), columns, CandidateKeys.of(table));
    }

    private static ColumnProfile column(TextColumn column, InferredColumn inferred, boolean masked) {
        ColumnSchema schema = inferred.schema();
        int[] counts = column.counts();
        long missing = column.missing();
        NumberProfile numbers = numbers(column, schema);
        return new ColumnProfile(
                column.name(),
                schema.type(),
                schema.format(),
                schema.scale(),
                missing,
                inferred.unread(),
                column.rows() == 0 ? 1 : 1 - (double) missing / column.rows(),
                Arrays.stream(counts).filter(count -> count > 0).count(),
                masked,
                numbers == null || !masked ? numbers : numbers.withoutValues(),
                masked ? null : range(column, schema),
                length(column, counts).orElse(null),
                masked ? List.of() : Shapes.topValues(column, counts),
                Shapes.topShapes(column, counts));
    }

    private static @Nullable NumberProfile numbers(TextColumn column, ColumnSchema schema) {
        if (schema.type() != ColumnType.INTEGER && schema.type() != ColumnType.DECIMAL) {
            return null;
        }
        return NumberStatistics.of(
                DoubleColumn.create(column.name(), TypedValues.numbers(column).values()));
    }

    private static @Nullable Range range(TextColumn column, ColumnSchema schema) {
        if (schema.format() == null || schema.type() == ColumnType.BOOLEAN) {
            return null;
        }
        long[] known = Arrays.stream(TypedValues.times(column, schema).micros())
                .filter(micros -> micros != TimePattern.MISSING)
                .toArray();
        if (known.length == 0) {
            return null;
        }
        return new Range(
                text(Arrays.stream(known).min().getAsLong(), schema.type()),
                text(Arrays.stream(known).max().getAsLong(), schema.type()));
    }

    private static String text(long micros, ColumnType type) {
        LocalDateTime moment = EPOCH.plus(micros, ChronoUnit.MICROS);
        return switch (type) {
            case DATE -> moment.toLocalDate().toString();
            case TIME -> moment.toLocalTime().toString();
            default -> moment.toString();
        };
    }

    private static Optional<Length> length(TextColumn column, int[] counts) {
        int[] lengths = column.dictionary().stream().mapToInt(String::length).toArray();
        long values = Arrays.stream(counts).asLongStream().sum();
        if (values == 0) {
            return Optional.empty();
        }
        double sum = IntStream.range(0, counts.length)
                .mapToDouble(code -> (double) counts[code] * lengths[code])
                .sum();
        return Optional.of(new Length(
                Arrays.stream(lengths).min().orElse(0),
                sum / values,
                Arrays.stream(lengths).max().orElse(0)));
    }
}
