package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.synthesizer.generation.ColumnMaker.Presence;
import io.verisim.synthesizer.identity.PersonField;
import io.verisim.synthesizer.identity.PersonFormat;
import io.verisim.synthesizer.pattern.PatternMaker;
import io.verisim.tabular.TextColumn;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makers of declared columns that tell of a person. */
final class DeclaredPeople {

    private static final Map<String, String> SAMPLES = Map.of(
            "phone", "+1 555 010 1234", "credit_card", "4111 1111 1111 1111", "iban", "DE89 3704 0044 0532 0130 00");
    private static final Map<String, SensitivityType> TYPES = Map.of(
            "phone", SensitivityType.PHONE,
            "credit_card", SensitivityType.CREDIT_CARD,
            "iban", SensitivityType.IBAN,
            "email", SensitivityType.EMAIL,
            "username", SensitivityType.USERNAME,
            "street", SensitivityType.ADDRESS,
            "full_name", SensitivityType.NAME,
            "given_name", SensitivityType.NAME,
            "family_name", SensitivityType.NAME);

    private DeclaredPeople() {}

    /**
     * A maker in the usual style of a field of persons.
     *
     * @param field as a schema names it
     * @param rows how many rows are to be made
     */
    static ColumnMaker maker(ColumnSchema schema, String field, Presence presence, long key, long rows) {
        SensitivityType type = TYPES.getOrDefault(field, schema.sensitivityType());
        String sample = SAMPLES.get(field);
        if (sample != null) {
            PatternMaker pattern =
                    PatternMaker.of(TextColumn.of(schema.name(), List.of(sample)), type, schema.unique(), key, rows);
            return new ColumnMaker.Patterned(
                    DeclaredColumns.as(schema, Strategy.PATTERN, type),
                    presence,
                    pattern,
                    DeclaredColumns.noGuard(schema),
                    null);
        }
        PersonFormat format = PersonFormat.of(
                PersonField.valueOf(field.toUpperCase(Locale.ROOT)), TextColumn.of(schema.name(), List.of()));
        return new ColumnMaker.Personal(
                DeclaredColumns.as(schema, Strategy.PERSON, type), presence, format, DeclaredColumns.noGuard(schema));
    }
}
