package io.verisim.synthesizer.identity;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.tabular.TextColumn;
import io.verisim.text.SyntheticPerson;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How a column writes what it tells of a person: styles and letter cases in the shares of the source.
 *
 * @param field what it tells
 * @param styles names of styles; what they mean depends on the field
 * @param cases letter cases
 */
public record PersonFormat(PersonField field, Shares styles, Shares cases) {

    /** Learns a column. */
    public static PersonFormat of(PersonField field, TextColumn column) {
        Map<String, Integer> styles = Shares.counter();
        Map<String, Integer> cases = Shares.counter();
        int[] counts = column.counts();
        for (int code = 0; code < counts.length; code++) {
            Interruption.checkAt(code);
            String value = column.dictionary().get(code).strip();
            if (counts[code] > 0 && !value.isEmpty()) {
                styles.merge(styleOf(field, value), counts[code], Integer::sum);
                cases.merge(LetterCase.of(value).name(), counts[code], Integer::sum);
            }
        }
        return new PersonFormat(
                field, Shares.of(styles, styleOf(field, "")), Shares.of(cases, LetterCase.AS_IS.name()));
    }

    private static String styleOf(PersonField field, String value) {
        return switch (field) {
            case FULL_NAME -> NameStyle.of(value).name();
            case EMAIL, USERNAME, URL -> LocalPart.styleOf(value);
            case STREET -> StreetStyle.of(value).name();
            case GIVEN_NAME, FAMILY_NAME, CITY, REGION, COMPANY -> "";
        };
    }

    /**
     * What the column says of a person; the generator decides where the column has several ways to say it.
     *
     * @param unique number that makes an address or user name the only one of its kind; negative where that is not needed
     */
    public String write(SyntheticPerson person, long unique, RandomGenerator random) {
        LetterCase letters = LetterCase.valueOf(cases.draw(random));
        String style = styles.draw(random);
        String text = switch (field) {
            case FULL_NAME -> NameStyle.valueOf(style).write(person, random);
            case GIVEN_NAME -> person.given();
            case FAMILY_NAME -> person.family();
            case EMAIL -> LocalPart.write(style, person, unique, random) + "@" + Domains.any(random);
            case USERNAME -> LocalPart.write(style, person, unique, random);
            case URL -> "https://www.example.com/" + LocalPart.write(style, person, unique, random);
            case STREET -> StreetStyle.valueOf(style).write(person);
            case CITY -> person.city();
            case REGION -> person.region();
            case COMPANY -> person.company();
        };
        boolean lowerAnyway = letters == LetterCase.AS_IS || field == PersonField.URL;
        return lowerAnyway ? text : letters.apply(text);
    }

    public void write(DataOutput out) throws IOException {
        Codec.writeText(out, field.name());
        styles.write(out);
        cases.write(out);
    }

    public static PersonFormat read(DataInput in) throws IOException {
        return new PersonFormat(PersonField.valueOf(Codec.readText(in)), Shares.read(in), Shares.read(in));
    }
}
