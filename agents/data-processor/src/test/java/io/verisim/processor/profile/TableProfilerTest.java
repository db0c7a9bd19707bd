package io.verisim.processor.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.processor.classify.Classification;
import io.verisim.processor.profile.ColumnProfile.Frequency;
import io.verisim.processor.profile.ColumnProfile.Range;
import io.verisim.tabular.InferredColumn;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableProfilerTest {

    @Test
    void gapsDistinctValuesAndTheMostFrequentAreCounted() {
        ColumnProfile profile = profile(column("plan", "Basic", "Plus", null, "Basic"));
        assertThat(profile.missing()).isOne();
        assertThat(profile.completeness()).isEqualTo(0.75);
        assertThat(profile.distinct()).isEqualTo(2);
        assertThat(profile.top()).containsExactly(new Frequency("Basic", 2), new Frequency("Plus", 1));
        assertThat(profile.shapes()).containsExactly(new Frequency("Aa+", 3));
    }

    @Test
    void datesHaveARangeAndNumbersHaveStatistics() {
        ColumnProfile dates = profile(column("due", "2024-03-01", "2023-01-31", "2024-02-29", "2024-02-29"));
        assertThat(dates.type()).isEqualTo(ColumnType.DATE);
        assertThat(dates.range()).isEqualTo(new Range("2023-01-31", "2024-03-01"));
        ColumnProfile numbers = profile(column("amount", "1.5", "2.5", "n/a", "4.0"));
        assertThat(numbers.numbers()).isNotNull();
    }

    @Test
    void nothingOfASensitiveColumnIsTold() {
        ColumnProfile profile = profile(column("email", "ann@example.org", "bo@example.org", "cy@example.org"));
        assertThat(profile.masked()).isTrue();
        assertThat(profile.top()).isEmpty();
        assertThat(profile.toString()).doesNotContain("ann", "example");
    }

    @Test
    void sensitiveNumbersAndDatesShowNoExtremes() {
        ColumnProfile born = profile(column("date of birth", "1970-05-04", "1980-01-31", "1991-12-24"));
        assertThat(born.masked()).isTrue();
        assertThat(born.range()).isNull();
        ColumnProfile phone = profile(column("phone", "4930123456", "4930654321", "4989112233"));
        assertThat(phone.masked()).isTrue();
        assertThat(phone.numbers()).isNotNull().satisfies(numbers -> {
            assertThat(numbers.min()).isNull();
            assertThat(numbers.quantiles()).isEmpty();
        });
    }

    @Test
    void singleColumnsAreKeysBeforePairs() {
        TextTable single = table(column("id", "1", "2", "3"), column("a", "x", "y", "z"), column("b", "x", "x", "y"));
        assertThat(CandidateKeys.of(single)).containsExactly(List.of("id"), List.of("a"));
        TextTable pair = table(
                column("order", "1", "1", "2", "2"),
                column("line", "1", "2", "1", "2"),
                column("c", "x", "x", "x", "x"));
        assertThat(CandidateKeys.of(pair)).containsExactly(List.of("order", "line"));
        TextTable none = table(column("a", "1", "1", "2"), column("b", "1", "1", "2"));
        assertThat(CandidateKeys.of(none)).isEmpty();
    }

    @Test
    void aColumnWithGapsIsNoKey() {
        assertThat(CandidateKeys.of(table(column("id", "1", "2", null)))).isEmpty();
    }

    @Test
    void shapesShortenRunsOfLetters() {
        assertThat(Shapes.shape("McDonald 12b, 3rd")).isEqualTo("AaAa+ 99a, 9a+");
        assertThat(Shapes.shape("")).isEmpty();
        assertThat(Shapes.shape("x".repeat(1_000_000))).isEqualTo("a+");
    }

    private static ColumnProfile profile(TextColumn column) {
        TextTable table = table(column);
        List<InferredColumn> inferred = TypeInference.explain(table);
        TableSchema schema = new TableSchema(
                "t", inferred.stream().map(InferredColumn::schema).toList());
        return TableProfiler.profile(table, inferred, Classification.standard().classify(table, schema))
                .columns()
                .getFirst();
    }

    private static TextTable table(TextColumn... columns) {
        return new TextTable("t", Arrays.asList(columns));
    }

    private static TextColumn column(String name, @Nullable String... values) {
        return TextColumn.of(name, Arrays.asList(values));
    }
}
