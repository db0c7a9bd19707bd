package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rare values that point at a person do not pass into the twin, however they are spelt (S6). */
class PlantedValuesTest {

    private static final List<String> GIVEN = List.of("Anna", "Paul", "Mia", "Jonas", "Lena", "Felix", "Clara", "Emil");
    private static final List<String> FAMILY =
            List.of("Schmidt", "Fischer", "Weber", "Wagner", "Becker", "Hoffmann", "Koch", "Richter");
    private static final List<String> CITIES = List.of("Bremen", "Essen", "Fulda", "Kassel");
    private static final List<String> TOPICS = List.of("the invoice", "a late delivery", "the contract", "a refund");

    /** As the columns have them, and as the notes have them. */
    private record Planted(String name, String email, String phone, String note) {

        /** What must not be found in letters and digits alone. */
        List<String> traces() {
            return List.of(
                    letters(name), letters(name.substring(name.lastIndexOf(' '))), letters(email), letters(phone));
        }
    }

    private static final List<Planted> PLANTED = List.of(
            new Planted(
                    "Zebulon Quackenbrook", "zeb.q@kestrelmoor.de", "+49 171 5550101", "ZEBULON QUACKENBROOK called."),
            new Planted(
                    "Th\u00e9odule Vranckx\u00e9n",
                    "theo.v@kestrelmoor.de",
                    "+49 171 5550102",
                    "Theodule Vranckxen rang."),
            new Planted(
                    "Ottokar Wimpfelhuber",
                    "ottokar@wimpfelhuber.at",
                    "+49 171 5550103",
                    "Mail to OTTOKAR@WIMPFELHUBER.AT."),
            new Planted(
                    "Isolde Przybylsky", "isolde.p@kestrelmoor.de", "+49 171 5550104", "Call back 0171 / 555 01 04."),
            new Planted(
                    "Balthasar Ne\u00dfelr\u00f6der",
                    "b.n@kestrelmoor.de",
                    "+49 171 5550105",
                    "Balthasar  Nesselroder asked."),
            new Planted(
                    "Xaverine Oelschl\u00e4ger",
                    "xav.o@kestrelmoor.de",
                    "+49 171 5550106",
                    "Reached at +49-171-5550106."),
            new Planted("Gundobad Ytterholm", "g.y@kestrelmoor.de", "+49 171 5550107", "Mr Ytterholm complained."),
            new Planted(
                    "Philomena Kwiatkorn",
                    "phil.k@kestrelmoor.de",
                    "+49 171 5550108",
                    "wrote from Phil.K@Kestrelmoor.de"),
            new Planted(
                    "Leberecht Ungewitter", "l.u@kestrelmoor.de", "+49 171 5550109", "leberecht ungewitter, again."),
            new Planted("Roswitha Zschiesche", "r.z@kestrelmoor.de", "+49 171 5550110", "Roswitha Zschiesche moved."));

    @Test
    void noneOfTenPlantedPeopleIsInTheTwin(@TempDir Path folder) throws IOException {
        Path source = Tables.write(folder.resolve("customers.csv"), customers());
        Path twin = folder.resolve("twin.csv");
        assertThat(PLANTED)
                .allSatisfy(
                        planted -> assertThat(letters(Files.readString(source))).contains(planted.traces()));

        Ran.verisim("generate", source, "--out", twin, "--rows", 3_000, "--seed", 11)
                .fine();

        TextTable made = TableFiles.read(twin, ReadOptions.defaults());
        for (var column : made.columns()) {
            for (String value : column.dictionary()) {
                String plain = letters(value);
                assertThat(PLANTED.stream().flatMap(planted -> planted.traces().stream()))
                        .as("'%s' in column %s", value, column.name())
                        .noneMatch(plain::contains);
            }
        }
        assertThat(share(made, "email", ".+@.+\\..+"))
                .as("e-mail addresses in the twin")
                .isGreaterThan(0.95);
        assertThat(share(made, "full_name", "\\S+ .*\\S"))
                .as("names in the twin")
                .isGreaterThan(0.95);
        assertThat(share(made, "note", ".{5,}")).as("notes in the twin").isGreaterThan(0.9);
    }

    private static double share(TextTable table, String column, String pattern) {
        var values = table.column(column).orElseThrow();
        long fitting = 0;
        for (int row = 0; row < values.rows(); row++) {
            fitting += Objects.requireNonNullElse(values.value(row), "").matches(pattern) ? 1 : 0;
        }
        return fitting / (double) values.rows();
    }

    private static String customers() {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("customer_id,full_name,email,phone,city,spent,note\n");
        for (int row = 0; row < 400; row++) {
            boolean isPlanted = row % 40 == 7;
            Planted planted = PLANTED.get(row / 40);
            String given = GIVEN.get(random.nextInt(8));
            String family = FAMILY.get(random.nextInt(8));
            String mail = letters(given) + "." + letters(family) + row + "@mail.example.de";
            String usual = given + " " + family + " asked about " + TOPICS.get(random.nextInt(4)) + ".";
            csv.append(50_000 + row)
                    .append(',')
                    .append(isPlanted ? planted.name() : given + " " + family)
                    .append(',')
                    .append(isPlanted ? planted.email() : mail)
                    .append(',')
                    .append(isPlanted ? planted.phone() : "+49 160 " + (7_000_000 + random.nextInt(900_000)))
                    .append(',')
                    .append(CITIES.get(random.nextInt(4)))
                    .append(String.format(Locale.ROOT, ",%.2f,\"", random.nextDouble() * 500))
                    .append(isPlanted ? planted.note() : usual)
                    .append("\"\n");
        }
        return csv.toString();
    }

    /** Letters and digits in lower case, without diacritics. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("\u00df", "ss")
                .replaceAll("[^a-z0-9]", "");
    }
}
