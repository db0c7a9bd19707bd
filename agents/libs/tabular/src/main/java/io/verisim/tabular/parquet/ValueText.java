package io.verisim.tabular.parquet;

import io.verisim.tabular.TimePattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;

/** Writes a column's values as text, each type always in the same form. */
interface ValueText {

    long JULIAN_DAY_OF_1970 = 2_440_588;
    long MICROS_PER_DAY = 86_400_000_000L;

    /** The current value of the reader. */
    String of(ColumnReader reader);

    static ValueText of(SchemaElement element) {
        LeafType type = LeafType.of(element);
        return switch (type.physical()) {
            case BOOLEAN -> reader -> Boolean.toString(reader.getBoolean());
            case FLOAT -> reader -> Float.toString(reader.getFloat());
            case DOUBLE -> reader -> Double.toString(reader.getDouble());
            case INT96 -> reader -> int96(reader.getBinary().toByteBuffer());
            case INT32 -> int32(type);
            case INT64 -> int64(type);
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> binary(type);
        };
    }

    private static ValueText int32(LeafType type) {
        if (type.isDecimal()) {
            int scale = type.scale();
            return reader -> BigDecimal.valueOf(reader.getInteger(), scale).toPlainString();
        }
        if (type.isDate()) {
            TimePattern pattern = TimePattern.of("yyyy-MM-dd");
            return reader -> pattern.format(reader.getInteger() * MICROS_PER_DAY);
        }
        if (type.time().isPresent()) {
            TimePattern pattern = TimePattern.of("HH:mm:ss.SSS");
            return reader -> pattern.format(reader.getInteger() * 1000L);
        }
        return type.isUnsigned()
                ? reader -> Integer.toUnsignedString(reader.getInteger())
                : reader -> Integer.toString(reader.getInteger());
    }

    private static ValueText int64(LeafType type) {
        if (type.isDecimal()) {
            int scale = type.scale();
            return reader -> BigDecimal.valueOf(reader.getLong(), scale).toPlainString();
        }
        return type.timestamp()
                .map(unit -> moment("yyyy-MM-dd HH:mm:ss", unit))
                .or(() -> type.time().map(unit -> moment("HH:mm:ss", unit)))
                .orElse(
                        type.isUnsigned()
                                ? reader -> Long.toUnsignedString(reader.getLong())
                                : reader -> Long.toString(reader.getLong()));
    }

    private static ValueText binary(LeafType type) {
        if (type.isDecimal()) {
            int scale = type.scale();
            return reader -> new BigDecimal(new BigInteger(reader.getBinary().getBytes()), scale).toPlainString();
        }
        if (type.isUuid()) {
            return reader -> {
                ByteBuffer bytes = reader.getBinary().toByteBuffer();
                return new UUID(bytes.getLong(bytes.position()), bytes.getLong(bytes.position() + 8)).toString();
            };
        }
        return type.physical() == Type.FIXED_LEN_BYTE_ARRAY
                ? reader -> HexFormat.of().formatHex(reader.getBinary().getBytes())
                : reader -> reader.getBinary().toStringUsingUTF8();
    }

    private static ValueText moment(String seconds, TimeUnit unit) {
        if (unit.isSetMILLIS()) {
            TimePattern pattern = TimePattern.of(seconds + ".SSS");
            return reader -> pattern.format(Math.multiplyExact(reader.getLong(), 1000L));
        }
        TimePattern pattern = TimePattern.of(seconds + ".SSSSSS");
        return unit.isSetMICROS()
                ? reader -> pattern.format(reader.getLong())
                : reader -> pattern.format(Math.floorDiv(reader.getLong(), 1000L));
    }

    /** Nanoseconds of the day and the Julian day number, as older writers stored moments. */
    private static String int96(ByteBuffer bytes) {
        ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
        long nanos = little.getLong(little.position());
        long days = little.getInt(little.position() + 8) - JULIAN_DAY_OF_1970;
        return TimePattern.of("yyyy-MM-dd HH:mm:ss.SSSSSS").format(days * MICROS_PER_DAY + nanos / 1000);
    }
}
