package io.verisim.tabular.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import io.verisim.tabular.LoadedTable;
import io.verisim.tabular.ReadLimits;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

    @TempDir
    Path folder;

    @Test
    void aPlainFileIsReadWithEmptyFieldsMissing() throws IOException {
        TextTable table = read("id,name\n1,Ada\n2,\n3,\"\"\n");
        assertThat(table.name()).isEqualTo("t");
        assertThat(values(table, "id")).containsExactly("1", "2", "3");
        assertThat(values(table, "name")).containsExactly("Ada", null, null);
    }

    @Test
    void canonicalReadingTellsTheEmptyStringFromAMissingValue() throws IOException {
        TextTable table = TableFiles.read(file("id,name\n1,\n2,\"\"\n3,NA\n"), ReadOptions.canonicalCsv());
        assertThat(values(table, "name")).containsExactly(null, "", "NA");
    }

    @Test
    void readingForMetricsTakesTheUsualSpellingsAsMissing() throws IOException {
        TextTable table = TableFiles.read(file("a,b\nNA,?\nn/a,x\nnull,NULL\n,-nan\n"), ReadOptions.metrics());
        assertThat(values(table, "a")).containsExactly(null, null, null, null);
        assertThat(values(table, "b")).containsExactly("?", "x", null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsDetected(String separator) throws IOException {
        String text = "a,b,c\n1,\"x, y; z|\t\",3\n4,5,6\n"
                .replace("\"x, y; z|\t\"", "Q")
                .replace(",", separator);
        TextTable table = read(text.replace("Q", "\"x, y; z|\t\""));
        assertThat(values(table, "b")).containsExactly("x, y; z|\t", "5");
    }

    @Test
    void decimalCommasDoNotHideTheSemicolon() throws IOException {
        LoadedTable loaded = TableFiles.load(file("x;y\n1,5;2,5\n3,5;4,5\n"), ReadOptions.defaults());
        assertThat(values(loaded.table(), "x")).containsExactly("1,5", "3,5");
        assertThat(loaded.notes()).containsExactly("Values are separated by ';'.");
    }

    @Test
    void apostrophesAsQuotesAreDetected() throws IOException {
        TextTable table = read("a,b\n'x, y','1'\n'it''s','2'\n");
        assertThat(values(table, "a")).containsExactly("x, y", "it's");
    }

    @Test
    void anApostropheInsideTextIsNoQuote() throws IOException {
        TextTable table = read("a,b\n'tis,1\nO'Neil,2\n'; DROP TABLE x; --,3\n");
        assertThat(values(table, "a")).containsExactly("'tis", "O'Neil", "'; DROP TABLE x; --");
    }

    @Test
    void spacesAfterTheSeparatorAreRemovedAndSaidSo() throws IOException {
        LoadedTable loaded = TableFiles.load(
                file("age,work,pay\n39, State-gov,1\n50, \"Self, emp\",2\n38, Private,3\n"), ReadOptions.defaults());
        assertThat(values(loaded.table(), "work")).containsExactly("State-gov", "Self, emp", "Private");
        assertThat(loaded.notes()).containsExactly("Spaces after the separator were removed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkTellsTheEncoding(String charset) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, "\ufeffname,town\nZoë,Łódź\n".getBytes(Charset.forName(charset)));
        TextTable table = TableFiles.read(file, ReadOptions.defaults());
        assertThat(values(table, "name")).containsExactly("Zoë");
        assertThat(values(table, "town")).containsExactly("Łódź");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void withoutAMarkTheEncodingIsGuessed(String charset) throws IOException {
        Path file = folder.resolve("t.csv");
        Files.write(file, "name,town\nZoë,Köln\n".getBytes(Charset.forName(charset)));
        LoadedTable loaded = TableFiles.load(file, ReadOptions.defaults());
        assertThat(values(loaded.table(), "town")).containsExactly("Köln");
        assertThat(loaded.notes()).containsExactly("Read as " + charset + ", not UTF-8.");
    }

    @Test
    void aCharacterOnTheEdgeOfTheDetectionBufferStaysWhole() throws IOException {
        for (int shift = 0; shift < 3; shift++) {
            String text = "a,b\n" + "x".repeat((1 << 16) - 6 + shift) + "€€€,1\n";
            assertThat(values(read(text), "a").getFirst()).endsWith("x€€€");
        }
    }

    @Test
    void gzipIsDecompressedOnTheWay() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("people.csv.gz"), bytes.toByteArray());
        TextTable table = TableFiles.read(file, ReadOptions.defaults());
        assertThat(table.name()).isEqualTo("people");
        assertThat(values(table, "b")).containsExactly("2");
    }

    @Test
    void lineBreaksQuotesAndCommasInNamesAndValuesAreKept() throws IOException {
        TextTable table = read("\"a \"\"b\"\",\nc\",d\r\n\"x\r\ny\",\"1,2\"\r\n");
        assertThat(table.columns().getFirst().name()).isEqualTo("a \"b\",\nc");
        assertThat(values(table, "a \"b\",\nc")).containsExactly("x\r\ny");
    }

    @Test
    void aFieldOfAMegabyteIsRead() throws IOException {
        String big = "y".repeat(1 << 20);
        assertThat(values(read("a,b\n1,\"" + big + "\"\n"), "b")).containsExactly(big);
    }

    @Test
    void blankLinesAreSkippedButAreMissingValuesOfAnOnlyColumn() throws IOException {
        assertThat(values(read("a,b\n1,2\n\n3,4\n\n"), "a")).containsExactly("1", "3");
        assertThat(values(read("a\n1\n\n3\n\n"), "a")).containsExactly("1", null, "3");
        TextTable canonical = TableFiles.read(file("a\n1\n\n3\n\n"), ReadOptions.canonicalCsv());
        assertThat(values(canonical, "a")).containsExactly("1", null, "3", null);
    }

    @Test
    void aMissingFileIsNotADataError() {
        assertThatThrownBy(() -> TableFiles.read(folder.resolve("none.csv"), ReadOptions.defaults()))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(refusal("").code()).isEqualTo("TABLE_EMPTY_FILE");
        assertThat(refusal("\n\n\n").code()).isEqualTo("TABLE_EMPTY_FILE");
    }

    @Test
    void aHeaderWithoutRowsIsRefused() throws IOException {
        assertThat(refusal("a,b,c\n").code()).isEqualTo("TABLE_NO_ROWS");
    }

    @Test
    void aBinaryFileIsRefused() throws IOException {
        assertThat(refusal("a,b\n1,\u0000\n").code()).isEqualTo("TABLE_BINARY");
        assertThat(refusal("PK\u0003\u0004whatever").message()).contains("zip archive");
        assertThat(refusal("a,b\n" + "1,2\n".repeat(30_000) + "\u0000,1\n").code())
                .isEqualTo("TABLE_BINARY");
    }

    @Test
    void aRaggedRowIsNamedWithItsFields() throws IOException {
        ErrorDetail refusal = refusal("a,b,c\n1,2,3\n4,5\n6,7,8\n");
        assertThat(refusal.category()).isEqualTo(ErrorCategory.DATA);
        assertThat(refusal.code()).isEqualTo("CSV_RAGGED_ROW");
        assertThat(refusal.message()).endsWith("t.csv, row 2 has 2 fields, the header has 3.");
        assertThat(refusal.context())
                .containsEntry("row", "2")
                .containsEntry("expected", "3")
                .containsEntry("found", "2")
                .containsEntry("file", folder.resolve("t.csv").toString());
        assertThat(refusal("a,b,c\n1,2\n").context()).containsEntry("row", "1");
        assertThat(refusal("a,b\n1,2\n1,2,3\n").context()).containsEntry("found", "3");
    }

    @Test
    void anUnclosedQuoteIsNamedByTheRowWhereItBegan() throws IOException {
        ErrorDetail refusal = refusal("a,b\n1,2\n3,\"4\n5,6\n7,8\n");
        assertThat(refusal.code()).isEqualTo("CSV_UNCLOSED_QUOTE");
        assertThat(refusal.context()).containsEntry("row", "2").containsEntry("column", "b");
    }

    @Test
    void textAfterAClosingQuoteIsNamed() throws IOException {
        ErrorDetail refusal = refusal("a,b\n1,2\n3,\"4\n5,\"6\"\n");
        assertThat(refusal.code()).isEqualTo("CSV_BAD_QUOTE");
        assertThat(refusal.context()).containsEntry("row", "2").containsEntry("column", "b");
    }

    @Test
    void duplicateAndBlankColumnNamesAreRefused() throws IOException {
        ErrorDetail duplicate = refusal("id,x,id\n1,2,3\n");
        assertThat(duplicate.code()).isEqualTo("TABLE_DUPLICATE_COLUMN");
        assertThat(duplicate.message()).contains("column 1 and column 3 are both named 'id'");
        assertThat(refusal("a,,c\n1,2,3\n").message()).contains("column 2 has no name");
    }

    @Test
    void limitsAreKept() throws IOException {
        Path file = file("a,b,c\n1,22222,3\n");
        ReadOptions options = ReadOptions.defaults();
        assertThat(refusal(file, options.withLimits(new ReadLimits(2, 100, 100)))
                        .code())
                .isEqualTo("TABLE_TOO_MANY_COLUMNS");
        assertThat(refusal(file, options.withLimits(new ReadLimits(3, 4, 100))).context())
                .containsEntry("column", "b");
        assertThat(refusal(file, options.withLimits(new ReadLimits(3, 100, 8))).code())
                .isEqualTo("TABLE_TOO_LARGE");
    }

    @Test
    void noRefusalRepeatsAValue() throws IOException {
        assertThat(refusal("a,b\nsecret-1\n").toString()).doesNotContain("secret");
        assertThat(refusal("a,b\n1,\"secret\"x\n").toString()).doesNotContain("secret");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private TextTable read(String text) throws IOException {
        return TableFiles.read(file(text), ReadOptions.defaults());
    }

    private ErrorDetail refusal(String text) throws IOException {
        return refusal(file(text), ReadOptions.defaults());
    }

    private static ErrorDetail refusal(Path file, ReadOptions options) {
        return catchThrowableOfType(VerisimException.class, () -> TableFiles.read(file, options))
                .detail();
    }

    private static List<@Nullable String> values(TextTable table, String column) {
        List<@Nullable String> values = new ArrayList<>();
        table.column(column).ifPresent(c -> {
            for (int row = 0; row < c.rows(); row++) {
                values.add(c.value(row));
            }
        });
        assertThat(values).as(Arrays.toString(table.columns().toArray())).isNotEmpty();
        return values;
    }
}
