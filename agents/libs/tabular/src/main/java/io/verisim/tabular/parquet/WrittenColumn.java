package io.verisim.tabular.parquet;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TimePattern;
import io.verisim.tabular.TypedColumn;
import io.verisim.tabular.TypedValues;
import io.verisim.tabular.ValueFormat;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * One column on its way into a file: INTEGER as int64, DECIMAL as double, BOOLEAN as boolean, DATE as date, DATETIME as
 * timestamp in microseconds, all else as string.
 */
final class WrittenColumn {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final ColumnSchema schema;
    private final PrimitiveType type;

    private int[] codes = {};
    private long[] values = {};
    private @Nullable ValueFormat format;
    private List<String> dictionary = List.of();
    private long[] longs = {};
    private double[] doubles = {};
    private Binary[] binaries = {};

    WrittenColumn(ColumnSchema schema) {
        this.schema = schema;
        this.type = primitive(schema);
    }

    PrimitiveType type() {
        return type;
    }

    ColumnDescriptor descriptor() {
        return new ColumnDescriptor(new String[] {schema.name()}, type, 0, 1);
    }

    private static PrimitiveType primitive(ColumnSchema schema) {
        return switch (schema.type()) {
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(schema.name());
            case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(schema.name());
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(schema.name());
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(schema.name());
            case DATETIME -> Types.optional(PrimitiveTypeName.INT64).named(schema.name());
            case TIME, TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(schema.name());
        };
    }

    SchemaElement element() {
        SchemaElement element = new SchemaElement(schema.name()).setRepetition_type(FieldRepetitionType.OPTIONAL);
        return switch (schema.type()) {
            case INTEGER -> element.setType(Type.INT64);
            case DECIMAL -> element.setType(Type.DOUBLE);
            case BOOLEAN -> element.setType(Type.BOOLEAN);
            case DATE ->
                element.setType(Type.INT32)
                        .setConverted_type(ConvertedType.DATE)
                        .setLogicalType(LogicalType.DATE(new DateType()));
            case DATETIME ->
                element.setType(Type.INT64)
                        .setLogicalType(LogicalType.TIMESTAMP(
                                new TimestampType(isInstant(), TimeUnit.MICROS(new MicroSeconds()))));
            case TIME, TEXT ->
                element.setType(Type.BYTE_ARRAY)
                        .setConverted_type(ConvertedType.UTF8)
                        .setLogicalType(LogicalType.STRING(new StringType()));
        };
    }

    /** Texts with an offset name instants, others a local time. */
    private boolean isInstant() {
        String format = schema.format();
        return format != null && (format.indexOf('X') >= 0 || format.indexOf('x') >= 0);
    }

    /** Goes on with a block, and parses what it brings that the last one had not. */
    void take(TypedColumn column) {
        codes = column.codes();
        values = column.values();
        format = column.format();
        if (dictionary == column.dictionary()) {
            return;
        }
        dictionary = column.dictionary();
        TextColumn distinct = TextColumn.coded(schema.name(), positions(dictionary.size()), dictionary);
        switch (schema.type()) {
            case INTEGER -> longs = dictionary.stream().mapToLong(this::whole).toArray();
            case DECIMAL, BOOLEAN ->
                doubles = TypedValues.numbers(distinct, schema).values();
            case DATE, DATETIME -> longs = TypedValues.times(distinct, schema).micros();
            case TIME, TEXT ->
                binaries = dictionary.stream().map(Binary::fromString).toArray(Binary[]::new);
        }
    }

    private static int[] positions(int size) {
        int[] positions = new int[size];
        for (int i = 0; i < size; i++) {
            positions[i] = i;
        }
        return positions;
    }

    /** No whole number gives the mark of a mistyped one, which is reported where a row has it. */
    private long whole(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return TimePattern.MISSING;
        }
    }

    void write(ColumnWriter writer, int row) {
        int code = codes[row];
        if (code == TypedColumn.MISSING) {
            writer.writeNull(0, 0);
            return;
        }
        if (code == TypedColumn.VALUE && format != null) {
            write(writer, format, values[row]);
            return;
        }
        switch (schema.type()) {
            case INTEGER -> writer.write(present(longs[code]), 0, 1);
            case DECIMAL -> writer.write(present(doubles[code]), 0, 1);
            case BOOLEAN -> writer.write(present(doubles[code]) == 1, 0, 1);
            case DATE -> writer.write((int) Math.floorDiv(present(longs[code]), MICROS_PER_DAY), 0, 1);
            case DATETIME -> writer.write(present(longs[code]), 0, 1);
            case TIME, TEXT -> writer.write(binaries[code], 0, 1);
        }
    }

    private void write(ColumnWriter writer, ValueFormat written, long value) {
        switch (schema.type()) {
            case INTEGER, DATETIME -> writer.write(value, 0, 1);
            case DECIMAL -> writer.write(written.read(value), 0, 1);
            case BOOLEAN -> writer.write(written.read(value) == 1, 0, 1);
            case DATE -> writer.write((int) Math.floorDiv(value, MICROS_PER_DAY), 0, 1);
            case TIME, TEXT -> writer.write(Binary.fromString(written.text(value)), 0, 1);
        }
    }

    private long present(long value) {
        if (value == TimePattern.MISSING) {
            throw mistyped();
        }
        return value;
    }

    private double present(double value) {
        if (Double.isNaN(value)) {
            throw mistyped();
        }
        return value;
    }

    private VerisimException mistyped() {
        return VerisimException.data(
                "PARQUET_MISTYPED_VALUE",
                "Column '" + schema.name() + "' of type " + schema.type() + " holds a value that is none.",
                "Correct the value, or export the column as TEXT.",
                Map.of("column", schema.name()));
    }
}
