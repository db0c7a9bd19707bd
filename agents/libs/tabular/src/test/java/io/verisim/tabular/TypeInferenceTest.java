package io.verisim.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypeInferenceTest {

    @Test
    void wholeNumbersAreIntegersAlsoZeroAndOne() {
        assertThat(infer("1", "-20", "300")).returns(ColumnType.INTEGER, ColumnSchema::type);
        assertThat(infer("0", "1", "0")).returns(ColumnType.INTEGER, ColumnSchema::type);
        assertThat(infer("9223372036854775807", "1")).returns(ColumnType.INTEGER, ColumnSchema::type);
    }

    @Test
    void aPointMakesDecimalsWithTheMostDecimalsAsScale() {
        assertThat(infer("1.5", "2", "3.25"))
                .returns(ColumnType.DECIMAL, ColumnSchema::type)
                .returns(2, ColumnSchema::scale);
        assertThat(infer("1e-5", "2.0"))
                .returns(ColumnType.DECIMAL, ColumnSchema::type)
                .returns(null, ColumnSchema::scale);
        assertThat(infer("0.12345678901234", "0.5")).returns(null, ColumnSchema::scale);
    }

    @Test
    void leadingZerosAndTooManyDigitsStayText() {
        assertThat(infer("00123", "00456")).returns(ColumnType.TEXT, ColumnSchema::type);
        assertThat(infer("10115", "01067")).returns(ColumnType.TEXT, ColumnSchema::type);
        assertThat(infer("12345678901234567890", "1")).returns(ColumnType.TEXT, ColumnSchema::type);
    }

    @Test
    void blanksAndMissingMarkersDoNotHideNumbers() {
        assertThat(infer("29.85", " ", "NA", "?", null))
                .returns(ColumnType.DECIMAL, ColumnSchema::type)
                .returns(true, ColumnSchema::nullable);
    }

    @Test
    void aRareMalformedNumberCountsAsMissingAMoreFrequentOneMakesText() {
        List<@Nullable String> values = new ArrayList<>(Collections.nCopies(995, "12.5"));
        values.addAll(Collections.nCopies(5, "12,5"));
        InferredColumn found = TypeInference.explain(TextColumn.of("x", values));
        assertThat(found.schema())
                .returns(ColumnType.DECIMAL, ColumnSchema::type)
                .returns(true, ColumnSchema::nullable);
        assertThat(found.unread()).isEqualTo(5);
        values.addAll(Collections.nCopies(10, "many"));
        assertThat(TypeInference.explain(TextColumn.of("x", values)).schema().type())
                .isEqualTo(ColumnType.TEXT);
    }

    @Test
    void aPairOfTruthSpellingsIsABooleanAndKeepsItsSpelling() {
        assertThat(infer("Yes", "No", null))
                .returns(ColumnType.BOOLEAN, ColumnSchema::type)
                .returns("Yes|No", ColumnSchema::format);
        assertThat(infer("f", "t")).returns("t|f", ColumnSchema::format);
        assertThat(infer("Yes", "No", "No internet service")).returns(ColumnType.TEXT, ColumnSchema::type);
        assertThat(infer("Yes", "yes", "no")).returns(ColumnType.TEXT, ColumnSchema::type);
        assertThat(infer("Yes")).returns(ColumnType.TEXT, ColumnSchema::type);
    }

    @Test
    void datesAndTimesKeepTheirFormat() {
        assertFormat("yyyy-MM-dd", ColumnType.DATE, "2024-02-29", "1999-12-31");
        assertFormat("dd/MM/yyyy", ColumnType.DATE, "29/02/2024", "01/02/2024");
        assertFormat("MM/dd/yyyy", ColumnType.DATE, "02/29/2024", "01/02/2024");
        assertFormat("M/d/yyyy", ColumnType.DATE, "2/9/2024", "1/22/2024");
        assertFormat("d/M/yyyy H:mm", ColumnType.DATETIME, "29/2/2016 01:16", "9/12/2016 4:40");
        assertFormat("yyyy-MM-dd HH:mm:ss", ColumnType.DATETIME, "2024-02-29 23:59:59", "2024-01-01 00:00:00");
        assertFormat(
                "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                ColumnType.DATETIME,
                "2024-02-29T23:59:59.123Z",
                "2024-01-01T00:00:00.000+01:00");
        assertFormat("dd-MMM-yyyy", ColumnType.DATE, "01-Jan-2024", "31-Dec-2023");
        assertFormat("HH:mm", ColumnType.TIME, "09:30", "23:59");
    }

    @Test
    void anAmbiguousDateHasTheDayFirst() {
        assertFormat("dd/MM/yyyy", ColumnType.DATE, "01/02/2024", "03/04/2024");
    }

    @Test
    void oneSharedOffsetIsPartOfTheFormatSoThatLocalTimesStay() {
        ColumnSchema schema = infer("2024-02-29T23:59:59+02:00", "2024-01-01T00:00:00+02:00");
        assertThat(schema.format()).isEqualTo("yyyy-MM-dd'T'HH:mm:ss'+02:00'");
    }

    @Test
    void mixedFormatsTakeTheDominantOneAndAreAllRead() {
        List<@Nullable String> values = new ArrayList<>();
        IntStream.range(0, 70).forEach(i -> values.add("%02d.%02d.2020".formatted(i % 28 + 1, i % 12 + 1)));
        IntStream.range(0, 28).forEach(i -> values.add("2020-%02d-%02d".formatted(i % 12 + 1, i + 1)));
        values.addAll(List.of("31.31.2020", "soon"));
        TextColumn column = TextColumn.of("when", values);
        InferredColumn found = TypeInference.explain(column);
        assertThat(found.schema())
                .returns(ColumnType.DATE, ColumnSchema::type)
                .returns("dd.MM.yyyy", ColumnSchema::format);
        assertThat(found.unread()).isEqualTo(2);
        TimeColumn times = TypedValues.times(column, found.schema());
        assertThat(times.unread()).isEqualTo(2);
        assertThat(times.micros()[0]).isEqualTo(times.micros()[70]);
    }

    @Test
    void fewerThan95PercentOfDatesStayText() {
        List<@Nullable String> values = new ArrayList<>(Collections.nCopies(94, "2020-01-01"));
        values.addAll(Collections.nCopies(6, "unknown day 123"));
        assertThat(TypeInference.explain(TextColumn.of("x", values)).schema().type())
                .isEqualTo(ColumnType.TEXT);
    }

    @Test
    void eightDigitsAreDatesOnlyWhereAllOfManyAre() {
        List<@Nullable String> days = new ArrayList<>();
        IntStream.range(1, 29).forEach(day -> days.add("200502%02d".formatted(day)));
        assertThat(TypeInference.explain(TextColumn.of("x", days)).schema())
                .returns(ColumnType.DATE, ColumnSchema::type)
                .returns("yyyyMMdd", ColumnSchema::format);
        days.add("20051399");
        assertThat(TypeInference.explain(TextColumn.of("x", days)).schema().type())
                .isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void uniqueMeansThatEveryValueOccursOnce() {
        assertThat(infer("a", "b", "c").unique()).isTrue();
        assertThat(infer("a", "b", "a").unique()).isFalse();
        assertThat(infer("a").unique()).isFalse();
    }

    @Test
    void theTelcoTableHasTheTypesOneSees() throws IOException {
        TableSchema schema = inferShared("data/single/telco_customer_churn.csv");
        assertThat(type(schema, "customerID")).isEqualTo(ColumnType.TEXT);
        assertThat(type(schema, "SeniorCitizen")).isEqualTo(ColumnType.INTEGER);
        assertThat(type(schema, "Partner")).isEqualTo(ColumnType.BOOLEAN);
        assertThat(type(schema, "TotalCharges")).isEqualTo(ColumnType.DECIMAL);
        assertThat(schema.column("TotalCharges").orElseThrow().nullable()).isTrue();
        assertThat(schema.column("customerID").orElseThrow().unique()).isTrue();
    }

    @Test
    void theAdultTableHasTheTypesOneSees() throws IOException {
        TableSchema schema = inferShared("data/single/adult_census.csv");
        List<String> numbers =
                List.of("age", "fnlwgt", "education-num", "capital-gain", "capital-loss", "hours-per-week");
        assertThat(schema.columns())
                .allSatisfy(column -> assertThat(column.type())
                        .as(column.name())
                        .isEqualTo(numbers.contains(column.name()) ? ColumnType.INTEGER : ColumnType.TEXT));
    }

    private static TableSchema inferShared(String file) throws IOException {
        return TypeInference.infer(TableFiles.read(SharedFiles.require(file), ReadOptions.defaults()));
    }

    private static ColumnType type(TableSchema schema, String column) {
        return schema.column(column).orElseThrow().type();
    }

    private static void assertFormat(String format, ColumnType type, String... values) {
        assertThat(infer(values)).returns(type, ColumnSchema::type).returns(format, ColumnSchema::format);
    }

    private static ColumnSchema infer(@Nullable String... values) {
        return TypeInference.explain(TextColumn.of("x", Arrays.asList(values))).schema();
    }
}
