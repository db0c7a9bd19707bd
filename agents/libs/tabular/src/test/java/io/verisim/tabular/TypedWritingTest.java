package io.verisim.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.testkit.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Numbers and moments that are written without a string give the bytes that their texts give. */
class TypedWritingTest {

    private static final List<String> PATTERNS = List.of(
            "yyyy-MM-dd",
            "dd/MM/yy",
            "MMM d, yyyy",
            "MMMM yyyy",
            "HH:mm",
            "hh:mm:ss a",
            "h:mm",
            "HH:mm:ss.SSS",
            "yyyy-MM-dd'T'HH:mm:ssXXX",
            "yyyy-MM-dd HH:mm:ss.SSSSSSSSS",
            "EEE, dd MMM yyyy HH:mm",
            "'\"'yyyy-MM-dd'\"' HH");

    @Property(tries = 60)
    void everyFormatWritesTypedColumnsAsItWritesTheirTexts(RandomGenerator random, int size) throws IOException {
        List<TypedColumn> columns = new ArrayList<>();
        List<ColumnSchema> schemas = new ArrayList<>();
        int rows = 1 + size;
        for (int c = 0; c < 4; c++) {
            ColumnSchema schema = schema("c" + c, random);
            schemas.add(schema);
            columns.add(column(schema, rows, random));
        }
        TypedTable typed = new TypedTable("t", columns);
        TableSchema schema = new TableSchema("t", schemas);
        for (String suffix : List.of("csv", "tsv", "json", "jsonl", "parquet")) {
            assertThat(typedBytes(typed, suffix, schema))
                    .as(suffix + " " + schemas)
                    .isEqualTo(textBytes(typed, suffix, schema));
        }
    }

    @Property(tries = 300)
    void codesAreEqualExactlyWhereTextsAre(RandomGenerator random, int size) {
        ColumnSchema schema = schema("x", random);
        ValueFormat format = ValueFormat.of(schema);
        double value = value(random);
        for (double other : List.of(Math.nextUp(value), value + 1e-3, value + 0.5, value, -value, value(random))) {
            long one = code(schema, format, value);
            long two = code(schema, format, other);
            assertThat(one == two)
                    .as("%s: %s and %s", schema, value, other)
                    .isEqualTo(format.text(one).equals(format.text(two)));
        }
    }

    @Property(tries = 300)
    void aCodeReadsAsItsText(RandomGenerator random, int size) {
        ColumnSchema schema = ColumnSchema.of("x", ColumnType.DECIMAL).withFormat(null, random.nextInt(13));
        ValueFormat format = ValueFormat.of(schema);
        long code = format.code(value(random));
        assertThat(format.read(code)).isEqualTo(Double.parseDouble(format.text(code)) + 0.0);
    }

    @Test
    void wholeNumbersAreWrittenInAsciiDigits() {
        for (long value : new long[] {0, 7, 10, 99, 100, -1, -100, 123_456_789, Long.MAX_VALUE, Long.MIN_VALUE}) {
            TextBytes bytes = new TextBytes(1);
            bytes.number(value);
            assertThat(bytes).hasToString(Long.toString(value));
        }
        TextBytes padded = new TextBytes(1);
        padded.digits(42, 5);
        padded.digits(123, 2);
        assertThat(padded).hasToString("00042123");
    }

    @Test
    void blocksPutTogetherHaveOneDictionaryInOrderOfOccurrence() {
        List<String> shared = List.of("unused", "b", "a");
        ValueFormat whole = ValueFormat.of(ColumnSchema.of("x", ColumnType.INTEGER));
        TextTableCollector collector = new TextTableCollector();
        for (int block = 0; block < 2; block++) {
            collector.add(new TypedTable(
                    "t",
                    List.of(
                            TypedColumn.texts("c", new int[] {2, TypedColumn.MISSING, 1}, shared),
                            TypedColumn.values("x", new int[] {-2, -2, 1}, shared, new long[] {5 + block, 7, 0}, whole),
                            TypedColumn.of("k", new @Nullable String[] {"k", null, "k"}))));
        }
        TextTable table = collector.table();
        assertThat(table.rows()).isEqualTo(6);
        assertThat(table.columns().get(0).dictionary()).containsExactly("a", "b");
        assertThat(table.columns().get(1).dictionary()).containsExactly("5", "7", "b", "6");
        assertThat(table.columns().get(2).dictionary()).containsExactly("k");
        assertThat(table.columns().get(2).missing()).isEqualTo(2);
    }

    private static ColumnSchema schema(String name, RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> ColumnSchema.of(name, ColumnType.INTEGER);
            case 1 -> ColumnSchema.of(name, ColumnType.DECIMAL);
            case 2 -> ColumnSchema.of(name, ColumnType.DECIMAL).withFormat(null, random.nextInt(13));
            default -> {
                TimePattern pattern = TimePattern.of(PATTERNS.get(random.nextInt(PATTERNS.size())));
                yield ColumnSchema.of(name, pattern.type()).withFormat(pattern.pattern(), null);
            }
        };
    }

    private static TypedColumn column(ColumnSchema schema, int rows, RandomGenerator random) {
        ValueFormat format = ValueFormat.of(schema);
        List<String> dictionary = schema.type() == ColumnType.INTEGER || schema.type() == ColumnType.DECIMAL
                ? List.of("17", "-4")
                : List.of(format.text(code(schema, format, 0)), format.text(code(schema, format, 1e12)));
        int[] codes = new int[rows];
        long[] values = new long[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = random.nextInt(5) - 2;
            codes[row] = codes[row] > 1 ? TypedColumn.VALUE : codes[row];
            values[row] = code(schema, format, value(random));
        }
        return TypedColumn.values(schema.name(), codes, dictionary, values, format);
    }

    private static long code(ColumnSchema schema, ValueFormat format, double value) {
        return switch (schema.type()) {
            case DATE, TIME, DATETIME -> format.timeCode((long) Math.max(-1e15, Math.min(1e15, value * 1e9)));
            default -> format.code(value);
        };
    }

    private static double value(RandomGenerator random) {
        double size = Math.pow(10, random.nextInt(20) - 3);
        double value = (random.nextDouble() - 0.3) * size;
        return random.nextBoolean() ? Math.rint(value * 100) / 100 : value;
    }

    private static byte[] typedBytes(TypedTable table, String suffix, TableSchema schema) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableFiles.writer(out, suffix, schema)) {
            writer.write(table);
            writer.finish();
        }
        return out.toByteArray();
    }

    private static byte[] textBytes(TypedTable table, String suffix, TableSchema schema) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<TextColumn> columns = table.columns().stream()
                .map(column -> {
                    @Nullable String[] texts = new @Nullable String[column.rows()];
                    Arrays.setAll(texts, column::text);
                    return TextColumn.of(column.name(), Arrays.asList(texts));
                })
                .toList();
        try (TableWriter writer = TableFiles.writer(out, suffix, schema)) {
            writer.write(new TextTable(table.name(), columns));
            writer.finish();
        }
        return out.toByteArray();
    }
}
