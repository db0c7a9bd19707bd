package io.verisim.tabular.parquet;

import java.util.Optional;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;

/** What a leaf's values mean, said by a logical type or, in older files, by a converted type. */
record LeafType(
        SchemaElement element,
        @Nullable LogicalType logical,
        @Nullable ConvertedType converted) {

    static LeafType of(SchemaElement element) {
        return new LeafType(element, element.getLogicalType(), element.getConverted_type());
    }

    Type physical() {
        return Required.of(element.getType());
    }

    boolean isDecimal() {
        return is(LogicalType._Fields.DECIMAL) || converted == ConvertedType.DECIMAL;
    }

    int scale() {
        return logical != null && is(LogicalType._Fields.DECIMAL)
                ? logical.getDECIMAL().getScale()
                : element.getScale();
    }

    boolean isDate() {
        return is(LogicalType._Fields.DATE) || converted == ConvertedType.DATE;
    }

    boolean isUuid() {
        return is(LogicalType._Fields.UUID);
    }

    boolean isUnsigned() {
        if (logical != null && is(LogicalType._Fields.INTEGER)) {
            return !logical.getINTEGER().isIsSigned();
        }
        return converted != null && converted.name().startsWith("UINT");
    }

    /** The unit of a date and time. */
    Optional<TimeUnit> timestamp() {
        if (logical != null && is(LogicalType._Fields.TIMESTAMP)) {
            return Optional.of(Required.of(logical.getTIMESTAMP().getUnit()));
        }
        return converted(ConvertedType.TIMESTAMP_MILLIS, ConvertedType.TIMESTAMP_MICROS);
    }

    /** The unit of a time of day. */
    Optional<TimeUnit> time() {
        if (logical != null && is(LogicalType._Fields.TIME)) {
            return Optional.of(Required.of(logical.getTIME().getUnit()));
        }
        return converted(ConvertedType.TIME_MILLIS, ConvertedType.TIME_MICROS);
    }

    private Optional<TimeUnit> converted(ConvertedType millis, ConvertedType micros) {
        if (converted == millis) {
            return Optional.of(TimeUnit.MILLIS(new MilliSeconds()));
        }
        return converted == micros ? Optional.of(TimeUnit.MICROS(new MicroSeconds())) : Optional.empty();
    }

    private boolean is(LogicalType._Fields field) {
        return logical != null && logical.getSetField() == field;
    }
}
