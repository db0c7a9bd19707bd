package io.verisim.tabular.parquet;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A leaf of a file's schema.
 *
 * @param name its path, joined by dots
 * @param index which chunk of a row group is its
 * @param repeated whether it lies in a list, so that a row may hold several values
 * @param descriptor as the decoders want it, under its joined name
 * @param text how its values are written
 */
record ReadColumn(String name, int index, boolean repeated, ColumnDescriptor descriptor, ValueText text) {

    /** The leaves of a schema, in order; the first element is the root. */
    static List<ReadColumn> of(List<SchemaElement> elements) {
        List<ReadColumn> leaves = new ArrayList<>();
        int[] next = {1};
        for (int child = 0; child < elements.getFirst().getNum_children(); child++) {
            walk(elements, next, "", 0, 0, leaves);
        }
        return leaves;
    }

    private static void walk(
            List<SchemaElement> elements,
            int[] next,
            String path,
            int repetition,
            int definition,
            List<ReadColumn> leaves) {
        SchemaElement element = elements.get(next[0]++);
        if (next[0] - 1 > 10_000 || path.length() > 10_000) {
            throw new IllegalArgumentException("A schema of more than 10,000 elements");
        }
        String name = path.isEmpty() ? Required.of(element.getName()) : path + "." + element.getName();
        boolean required = element.getRepetition_type() == FieldRepetitionType.REQUIRED;
        boolean repeats = element.getRepetition_type() == FieldRepetitionType.REPEATED;
        int r = repetition + (repeats ? 1 : 0);
        int d = definition + (required ? 0 : 1);
        if (element.isSetType()) {
            PrimitiveType type = new PrimitiveType(
                    required && d == 0 ? Repetition.REQUIRED : Repetition.OPTIONAL,
                    primitive(Required.of(element.getType())),
                    element.getType_length(),
                    name);
            ColumnDescriptor descriptor = new ColumnDescriptor(new String[] {name}, type, r, d);
            leaves.add(new ReadColumn(name, leaves.size(), r > 0, descriptor, ValueText.of(element)));
        } else {
            for (int child = 0; child < element.getNum_children(); child++) {
                walk(elements, next, name, r, d, leaves);
            }
        }
    }

    private static PrimitiveTypeName primitive(org.apache.parquet.format.Type type) {
        return switch (type) {
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
            case INT32 -> PrimitiveTypeName.INT32;
            case INT64 -> PrimitiveTypeName.INT64;
            case INT96 -> PrimitiveTypeName.INT96;
            case FLOAT -> PrimitiveTypeName.FLOAT;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
            case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        };
    }
}
