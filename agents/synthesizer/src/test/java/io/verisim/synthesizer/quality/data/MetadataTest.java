package io.verisim.synthesizer.quality.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataTest {

    @TempDir
    private Path folder;

    @Test
    void theMultiTableFormIsReadWithKeysAndDates() throws Exception {
        SdvMetadata metadata = read("""
                {"METADATA_SPEC_VERSION": "V1", "tables": {"customers": {
                  "primary_key": "id", "alternate_keys": [["country", "number"], "age"], "sequence_index": "since",
                  "columns": {"id": {"sdtype": "id"}, "age": {"sdtype": "numerical"},
                    "country": {"sdtype": "country_code"}, "number": {"sdtype": "numerical"},
                    "since": {"sdtype": "datetime", "datetime_format": "%d.%m.%Y %H:%M"},
                    "active": {"sdtype": "boolean"}, "plan": {"sdtype": "categorical"}}}}}""");

        assertThat(metadata.kinds().columnNames()).containsExactly("age", "number", "since", "active", "plan");
        assertThat(metadata.kinds().columns().get(2).format()).isEqualTo("dd.MM.yyyy HH:mm");
        assertThat(metadata.keys()).containsExactly(List.of("id"), List.of("country", "number"));
        assertThat(metadata.sequenceIndex()).isEqualTo("since");
    }

    @Test
    void theFormForOneTableIsRead() throws Exception {
        SdvMetadata metadata =
                read("{\"columns\": {\"age\": {\"sdtype\": \"numerical\"}, \"name\": {\"sdtype\": \"name\"}}}");

        assertThat(metadata.kinds().columnNames()).containsExactly("age");
        assertThat(metadata.keys()).isEmpty();
    }

    @Test
    void whatIsNoMetadataIsRefusedWithThePlace() {
        for (String text : List.of("[]", "{}", "not json", "{\"columns\": {\"a\": {}}}", "{\"tables\": {}}")) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(VerisimException.class)
                    .hasMessageContaining("metadata.json");
        }
    }

    @Test
    void datetimesAreNanosecondsInTheirFormatOrAnyKnownOne() {
        TableKinds kinds = new TableKinds(List.of(new ColumnSpec("since", ColumnKind.DATETIME, "dd/MM/yyyy")));
        TextTable table = table("since", "03/02/2021", "2021-02-03", "nonsense", null);
        AlignedTable aligned = AlignedTable.of(kinds, table, table);
        double[] values = aligned.columns().getFirst().numbers(Side.REAL);

        double expected = Instant.parse("2021-02-03T00:00:00Z").getEpochSecond() * 1e9;
        assertThat(values).containsExactly(expected, expected, Double.NaN, Double.NaN);
        assertThat(aligned.unreadable()).containsExactly(java.util.Map.entry("since", 1));
    }

    @Test
    void kindsAreInferredFromTheRealTableAlone() {
        List<@Nullable String> flags = new ArrayList<>();
        List<@Nullable String> ids = new ArrayList<>();
        List<@Nullable String> amounts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flags.add(String.valueOf(i % 3));
            ids.add("customer " + i);
            amounts.add(String.valueOf(i * 1.5));
        }
        TextTable table = new TextTable(
                "t", List.of(TextColumn.of("flag", flags), TextColumn.of("id", ids), TextColumn.of("amount", amounts)));

        assertThat(TableKinds.infer(table).columns())
                .containsExactly(
                        ColumnSpec.of("flag", ColumnKind.CATEGORICAL), ColumnSpec.of("amount", ColumnKind.NUMERICAL));
    }

    @Test
    void columnsThatAreMadeAnewAreNotMeasured() {
        List<ColumnSchema> columns = new ArrayList<>();
        for (Strategy strategy : Strategy.values()) {
            columns.add(ColumnSchema.of(strategy.toString(), ColumnType.DECIMAL)
                    .withTreatment(strategy, SensitivityType.NONE, false));
        }

        assertThat(TableKinds.of(new TableSchema("t", columns)).columnNames()).containsExactly("model", "keep");
    }

    @Test
    void numbersSpeltDifferentlyAreOneCategoryUnlessTextIsAmongThem() {
        TableKinds kinds = new TableKinds(List.of(ColumnSpec.of("c", ColumnKind.CATEGORICAL)));
        TextTable whole = table("c", "1", "2");
        TextTable pointed = table("c", "1.0", "2.0");

        assertThat(categories(kinds, whole, pointed)).containsExactly("1", "2");
        assertThat(categories(kinds, whole, table("c", "1.0", "x"))).containsExactly("1", "1.0", "2", "x");
    }

    @Test
    void partsOfATableComeTogether() {
        TextTable both = Tables.concat("all", List.of(table("c", "a", null), table("c", "b", "a")));

        assertThat(both.columns().getFirst().dictionary()).containsExactly("a", "b");
        assertThat(both.columns().getFirst().codes()).containsExactly(0, TextColumn.MISSING, 1, 0);
        assertThatThrownBy(() -> Tables.concat("all", List.of(table("c", "a"), table("d", "a"))))
                .hasMessageContaining("'c'");
    }

    private static List<String> categories(TableKinds kinds, TextTable real, TextTable synthetic) {
        return ((CategoryColumn)
                        AlignedTable.of(kinds, real, synthetic).columns().getFirst())
                .categories();
    }

    private SdvMetadata read(String json) throws Exception {
        return SdvMetadata.read(Files.writeString(folder.resolve("metadata.json"), json), "customers");
    }

    private static TextTable table(String column, @Nullable String... values) {
        return new TextTable("t", List.of(TextColumn.of(column, java.util.Arrays.asList(values))));
    }
}
