package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.synthesizer.pattern.PatternMaker;
import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Shapes of well-known kinds of values, for columns whose own shapes must not be looked at. */
final class PublicShapes {

    private static final int EXAMPLES = 40;

    private PublicShapes() {}

    /**
     * Makes values in the usual shape of a column's type.
     *
     * @throws VerisimException CONFIGURATION where there is none
     */
    static PatternMaker of(ColumnSchema schema, long key, long rows) {
        String shape = switch (schema.sensitivityType()) {
            case PHONE -> "0612######";
            case CREDIT_CARD -> "4###############";
            case IBAN -> "NL##ABNA0#########";
            case NATIONAL_ID, BANK_ACCOUNT -> "#########";
            case POSTCODE -> "#####";
            case IP -> "198.51.100.1##";
            case ID, DEVICE_ID -> "############";
            default ->
                throw VerisimException.configuration(
                        "PRIVATE_PATTERN",
                        "Column '" + schema.name() + "' takes the pattern of its values from the data, which a "
                                + "private model must not look at.",
                        "Give the column strategy 'mask', 'key', 'person' or 'drop'.");
        };
        SplittableRandom digits = new SplittableRandom(0);
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            StringBuilder example = new StringBuilder();
            shape.chars().forEach(c -> example.append(c == '#' ? (char) ('0' + digits.nextInt(10)) : (char) c));
            examples.add(example.toString());
        }
        TextColumn column = TextColumn.of(schema.name(), new ArrayList<>(examples));
        return PatternMaker.of(column, schema.sensitivityType(), schema.unique(), key, rows);
    }
}
