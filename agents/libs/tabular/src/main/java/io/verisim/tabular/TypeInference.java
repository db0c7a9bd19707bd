package io.verisim.tabular;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the types of a table's columns from all their values.
 *
 * <ul>
 *   <li>BOOLEAN: exactly two values, which spell true and false, yes and no, y and n or t and f. 0 and 1 are whole numbers.
 *   <li>INTEGER, DECIMAL: at least 99 % of the values are numbers; DECIMAL where one has a point or exponent, with the
 *       most decimals seen as scale where those are at most {@value #MAX_SCALE}. A number with a superfluous leading
 *       zero, such as a postcode, or with more digits than 64 bits hold makes the column TEXT.
 *   <li>DATE, TIME, DATETIME: at least 95 % of the values are in some known format; the column's is the most frequent
 *       one. Where values fit several formats equally, ISO 8601 wins, then the day before the month. Digits alone are
 *       dates only as {@code yyyyMMdd} or {@code yyyyMMddHHmmss} between 1900 and 2099 without exception.
 *   <li>TEXT: all else.
 * </ul>
 *
 * Blank values and the usual spellings of missing ones ({@code NA}, {@code ?}…) count for no type and against none.
 */
public final class TypeInference {

    private static final double NUMBER_SHARE = 0.99;
    private static final int MAX_SCALE = 9;

    private TypeInference() {}

    /** The schema of a table: types, formats, nullable, unique. */
    public static TableSchema infer(TextTable table) {
        return new TableSchema(
                table.name(),
                explain(table).stream().map(InferredColumn::schema).toList());
    }

    /** As {@link #infer}, with what could not be read. */
    public static List<InferredColumn> explain(TextTable table) {
        return table.columns().stream().map(TypeInference::explain).toList();
    }

    public static InferredColumn explain(TextColumn column) {
        Values values = Values.of(column);
        return booleans(values)
                .or(() -> compactTimes(values))
                .or(() -> numbers(values))
                .or(() -> times(values))
                .orElseGet(
                        () -> new InferredColumn(values.schema(ColumnType.TEXT, null, null, column.missing() > 0), 0));
    }

    private static Optional<InferredColumn> booleans(Values values) {
        if (values.texts.size() != 2) {
            return Optional.empty();
        }
        return BooleanSpellings.of(values.texts.get(0), values.texts.get(1))
                .map(spelt -> new InferredColumn(
                        values.schema(ColumnType.BOOLEAN, spelt.format(), null, values.hasGaps()), 0));
    }

    private static Optional<InferredColumn> numbers(Values values) {
        boolean whole = true;
        boolean exponent = false;
        int decimals = 0;
        long unread = 0;
        for (int i = 0; i < values.texts.size(); i++) {
            String text = values.texts.get(i).strip();
            switch (NumberText.kind(text)) {
                case PADDED, HUGE -> {
                    return Optional.empty();
                }
                case NONE -> unread += values.counts.get(i);
                case WHOLE -> {}
                case FRACTION -> {
                    whole = false;
                    decimals = Math.max(decimals, NumberText.decimals(text));
                }
                case EXPONENT -> {
                    whole = false;
                    exponent = true;
                }
            }
        }
        if (values.total == 0 || unread > (1 - NUMBER_SHARE) * values.total) {
            return Optional.empty();
        }
        boolean gaps = values.hasGaps() || unread > 0;
        Integer scale = whole || exponent || decimals > MAX_SCALE ? null : Integer.valueOf(decimals);
        ColumnType type = whole ? ColumnType.INTEGER : ColumnType.DECIMAL;
        return Optional.of(new InferredColumn(values.schema(type, null, scale, gaps), (int) unread));
    }

    private static Optional<InferredColumn> compactTimes(Values values) {
        return new TimeDetector(values.texts, values.counts)
                .detectCompact()
                .map(pattern -> new InferredColumn(
                        values.schema(pattern.type(), pattern.pattern(), null, values.hasGaps()), 0));
    }

    private static Optional<InferredColumn> times(Values values) {
        return new TimeDetector(values.texts, values.counts).detect().map(pattern -> {
            TimeReader reader = new TimeReader(pattern);
            int unread = 0;
            for (int i = 0; i < values.texts.size(); i++) {
                unread += reader.read(values.texts.get(i)) == TimePattern.MISSING ? values.counts.get(i) : 0;
            }
            boolean gaps = values.hasGaps() || unread > 0;
            return new InferredColumn(values.schema(pattern.type(), pattern.pattern(), null, gaps), unread);
        });
    }

    /** The distinct values of a column that say something about its type. */
    private static final class Values {

        private final TextColumn column;
        private final List<String> texts = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private long total;

        private Values(TextColumn column) {
            this.column = column;
        }

        static Values of(TextColumn column) {
            Values values = new Values(column);
            int[] counts = column.counts();
            for (int code = 0; code < counts.length; code++) {
                String text = column.dictionary().get(code);
                if (counts[code] > 0 && !MissingMarkers.matches(text)) {
                    values.texts.add(text);
                    values.counts.add(counts[code]);
                    values.total += counts[code];
                }
            }
            return values;
        }

        boolean hasGaps() {
            return total < column.rows();
        }

        ColumnSchema schema(
                ColumnType type,
                @org.jspecify.annotations.Nullable String format,
                @org.jspecify.annotations.Nullable Integer scale,
                boolean nullable) {
            int present = column.rows() - column.missing();
            boolean unique = present > 1 && column.dictionary().size() == present;
            return ColumnSchema.of(column.name(), type)
                    .withFormat(format, scale)
                    .withOccurrence(nullable, unique);
        }
    }
}
