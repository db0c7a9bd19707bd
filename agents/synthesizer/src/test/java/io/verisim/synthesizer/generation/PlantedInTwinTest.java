package io.verisim.synthesizer.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import io.verisim.text.OfflineTextSource;
import io.verisim.text.TextPrompt;
import io.verisim.text.TextSource;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Production values of one customer among many, looked for in the twin in every spelling, while the writer of its notes
 * does its best to let them out.
 */
class PlantedInTwinTest {

    private static final int ROWS = 600;
    private static final String[] GIVEN = {"Anna", "Bob", "Carla", "Dirk", "Eva"};
    private static final String[] FAMILY = {"Abel", "Brandt", "Cremer", "Thomas"};

    /** The customer's values, and how they may be written. */
    private static final Map<String, List<String>> PLANTED = Map.of(
            "first_name", List.of("Zoë", "ZOE", "zoe"),
            "last_name", List.of("O'Müller-Grünfeld", "o mueller gruenfeld", "OMULLERGRUNFELD"),
            "email", List.of("Zoe.Gruen@Firma.test", "zoe.gruen@firma.test", "ZOE.GRUEN@FIRMA.TEST"),
            "phone", List.of("+47 22 33 44 55", "22334455", "0047 2233 4455", "(22) 33-44-55"),
            "iban", List.of("NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91-abna-0417-1643-00"),
            "card", List.of("4539578763621486", "4539 5787 6362 1486", "4539-5787-6362-1486"),
            "national_id", List.of("123456782", "1234.56.782", "0123456782", "123 456 782"),
            "account", List.of("AB-00123-77", "ab0012377", "AB 00123 77"),
            "user", List.of("Zöe_G99", "zoeg99", "ZOE.G99"),
            "address", List.of("Große Straße 5", "GROSSE STRASSE 5", "grosse-strasse 5"));

    private static final List<String> ELSEWHERE = List.of("Oleksandra", "OLEKSANDRA", "Zoe O. Gruenfeld");

    @Test
    void whatIsPlantedInColumnsAndNotesIsInNoSpellingInTheTwin() throws IOException {
        TextTable twin = twin(new OfflineTextSource());
        assertAbsent(twin);
        assertThat(Objects.requireNonNull(twin.column("note").orElseThrow().value(0)))
                .isNotEmpty();
    }

    @Test
    void noWriterGetsOneOfThemIntoANote() throws IOException {
        List<String> spellings = spellings().toList();
        assertThat(spellings).hasSizeGreaterThan(30);
        assertAbsent(twin(new Telltale(spellings)));
    }

    @Test
    void aNameThatIsCommonInItsColumnMayStandAloneButNotOneThatIsRareInAnother() throws IOException {
        TextTable twin = twin(new Telltale(List.of("Anna", "Thomas")));
        List<String> notes = twin.column("note").orElseThrow().dictionary();
        assertThat(notes).anyMatch(note -> note.endsWith("Anna was told."));
        assertThat(notes).noneMatch(note -> note.contains("Thomas was told"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "remark of the clinic", "staff review"})
    void peopleCalledLikeWordsOfTheLanguageSilenceNoNote(String column) throws IOException {
        String[] words = {"Price", "Will", "Bill", "Details", "Rash", "Call", "Seen", "Agreed", "Annual", "Person"};
        TextTable source = new TextTable(
                "t",
                List.of(
                        RandomTables.column(
                                "last_name", 60, row -> row < 10 ? words[row] : "Family" + (char) ('a' + row)),
                        RandomTables.column(
                                column, 60, row -> words[row % 10] + " will price the bill of item " + row)));
        TextTable twin = twin(
                source,
                Map.of(
                        "last_name",
                        Map.entry(Strategy.PERSON, SensitivityType.NAME),
                        column,
                        Map.entry(Strategy.TEXT, SensitivityType.FREE_TEXT)),
                new OfflineTextSource());
        assertThat(twin.columns().get(1).missing()).isZero();
    }

    @Test
    void aWriterThatCanSayNothingElseEndsWithAClearRefusal() {
        TextSource stubborn = new TextSource() {
            @Override
            public String name() {
                return "stubborn";
            }

            @Override
            public List<String> write(TextPrompt prompt) {
                return prompt.contexts().stream().map(c -> "Zoe was told.").toList();
            }
        };
        assertThatThrownBy(() -> twin(stubborn))
                .isInstanceOfSatisfying(
                        VerisimException.class,
                        e -> assertThat(e.detail().code()).isEqualTo("NO_ADMISSIBLE_TEXT"));
    }

    private static void assertAbsent(TextTable twin) {
        for (TextColumn column : twin.columns()) {
            if (column.name().equals("colour")) {
                continue;
            }
            for (String value : column.dictionary()) {
                String plain = " " + plain(value) + " ";
                String digits = value.replaceAll("\\D", "");
                spellings().forEach(spelling -> {
                    assertThat(plain).as(column.name()).doesNotContain(" " + plain(spelling) + " ");
                    String number = spelling.replaceAll("\\D", "");
                    if (number.length() >= 8) {
                        assertThat(digits).as(column.name()).doesNotEndWith(number);
                    }
                });
            }
        }
    }

    private static String plain(String value) {
        String decomposed = Normalizer.normalize(value.replace("ß", "ss"), Normalizer.Form.NFKD);
        return decomposed
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Stream<String> spellings() {
        return Stream.concat(PLANTED.values().stream().flatMap(List::stream), ELSEWHERE.stream());
    }

    private static TextTable twin(TextSource writer) throws IOException {
        List<TextColumn> columns = new ArrayList<>();
        columns.add(planted("first_name", row -> row < 3 ? "Thomas" : GIVEN[row % 5]));
        columns.add(planted("last_name", row -> FAMILY[row % 4]));
        columns.add(planted("email", row -> "customer" + row + "@firma.test"));
        columns.add(planted("phone", row -> "+47 9" + (1_000_000 + row * 31)));
        columns.add(planted("iban", row -> "NL00ABNA0" + (100_000_000 + row * 977)));
        columns.add(planted("card", row -> Long.toString(4_539_000_000_000_000L + row * 7_777_777L)));
        columns.add(planted("national_id", row -> Integer.toString(100_000_000 + row * 1_234_567 % 800_000_000)));
        columns.add(planted("account", row -> "AB-" + (10_000 + row) + "-" + (10 + row % 89)));
        columns.add(planted("user", row -> "user_" + row));
        columns.add(planted("address", row -> "Lange Straße " + row));
        columns.add(RandomTables.column("colour", ROWS, row -> "colour " + row % 7));
        columns.add(RandomTables.column("note", ROWS, PlantedInTwinTest::note));
        return twin(new TextTable("customers", columns), TREATMENT, writer);
    }

    /** Every spelling in some note, those of columns in sentences that more than five notes share. */
    private static String note(int row) {
        List<String> spellings = PLANTED.values().stream().flatMap(List::stream).toList();
        if (row < 3) {
            return "Ticket opened. Told " + ELSEWHERE.get(row) + " to wait.";
        }
        return row < 400
                ? GIVEN[row % 5] + " called about the bill. Ticket opened."
                : "Ticket opened. Told " + spellings.get((row - 400) / 6 % spellings.size()) + " to wait.";
    }

    private static TextColumn planted(String name, java.util.function.IntFunction<String> others) {
        return RandomTables.column(
                name,
                ROWS,
                row -> row == 300 ? Objects.requireNonNull(PLANTED.get(name)).getFirst() : others.apply(row));
    }

    private static final Map<String, Map.Entry<Strategy, SensitivityType>> TREATMENT = Map.ofEntries(
            Map.entry("first_name", Map.entry(Strategy.PERSON, SensitivityType.NAME)),
            Map.entry("last_name", Map.entry(Strategy.PERSON, SensitivityType.NAME)),
            Map.entry("email", Map.entry(Strategy.PERSON, SensitivityType.EMAIL)),
            Map.entry("phone", Map.entry(Strategy.PERSON, SensitivityType.PHONE)),
            Map.entry("iban", Map.entry(Strategy.PATTERN, SensitivityType.IBAN)),
            Map.entry("card", Map.entry(Strategy.PATTERN, SensitivityType.CREDIT_CARD)),
            Map.entry("national_id", Map.entry(Strategy.PATTERN, SensitivityType.NATIONAL_ID)),
            Map.entry("account", Map.entry(Strategy.KEY, SensitivityType.BANK_ACCOUNT)),
            Map.entry("user", Map.entry(Strategy.PERSON, SensitivityType.USERNAME)),
            Map.entry("address", Map.entry(Strategy.PERSON, SensitivityType.ADDRESS)),
            Map.entry("note", Map.entry(Strategy.TEXT, SensitivityType.FREE_TEXT)));

    private static TextTable twin(
            TextTable source, Map<String, Map.Entry<Strategy, SensitivityType>> treatment, TextSource writer)
            throws IOException {
        TableSchema inferred = TypeInference.infer(source);
        TableSchema schema = new TableSchema(
                inferred.name(),
                inferred.columns().stream().map(c -> treated(c, treatment)).toList());
        FittedGeneration twin = Generation.fit(source, schema, GenerationOptions.defaults());
        return Twins.blocks(twin.withTextSource(writer), 1, 1).getFirst();
    }

    private static ColumnSchema treated(
            ColumnSchema column, Map<String, Map.Entry<Strategy, SensitivityType>> treatment) {
        Map.Entry<Strategy, SensitivityType> how = treatment.get(column.name());
        return how == null ? column : column.withTreatment(how.getKey(), how.getValue(), true);
    }

    /** Ends its texts with what it should not say, more often than not. */
    private record Telltale(List<String> secrets) implements TextSource {

        @Override
        public String name() {
            return "telltale";
        }

        @Override
        public List<String> write(TextPrompt prompt) {
            List<String> texts = new ArrayList<>();
            for (String text : new OfflineTextSource().write(prompt)) {
                long chance = Math.floorMod(prompt.seed() + 31L * texts.size(), 2L * secrets.size());
                texts.add(chance < secrets.size() ? text + " " + secrets.get((int) chance) + " was told." : text);
            }
            return texts;
        }
    }
}
