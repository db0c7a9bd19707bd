package io.verisim.tabular.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.verisim.model.error.VerisimException;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.SourceFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads one file of delimited text into a sink. */
final class CsvTableReader {

    private final SourceFile file;
    private final ReadOptions options;
    private final RowSink sink;

    CsvTableReader(SourceFile file, ReadOptions options, RowSink sink) {
        this.file = file;
        this.options = options;
        this.sink = sink;
    }

    void read() throws IOException {
        Encoding encoding = options.canonical() ? new Encoding(StandardCharsets.UTF_8, 0) : Encoding.detect(file);
        Dialect dialect = options.canonical() ? Dialect.canonical() : dialect(encoding);
        CsvRows rows = new CsvRows(file.errors(), options, dialect, sink);
        try (Reader text = encoding.open(file);
                CsvReader<Boolean> reader = parser(dialect).build(rows, text)) {
            for (Boolean row : reader) {
                assert row;
            }
        } catch (CsvParseException e) {
            throw explained(e, rows);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw badEncoding(encoding, rows);
            }
            throw e.getCause();
        }
        rows.checkEnd();
        note(encoding, dialect);
    }

    private CsvReader.CsvReaderBuilder parser(Dialect dialect) {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.quote())
                .trimWhitespacesAroundQuotes(dialect.spaced())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(options.limits().maxFieldChars() + (1 << 16));
    }

    private Dialect dialect(Encoding encoding) {
        boolean complete = file.head().length < 64 << 10;
        return new DialectDetector(encoding.sample(file), complete).detect();
    }

    private void note(Encoding encoding, Dialect dialect) {
        if (!encoding.charset().equals(StandardCharsets.UTF_8)) {
            sink.note("Read as " + encoding.charset().name() + ", not UTF-8.");
        }
        if (dialect.separator() != ',') {
            String shown = dialect.separator() == '\t' ? "tab" : "'" + dialect.separator() + "'";
            sink.note("Values are separated by " + shown + ".");
        }
        if (dialect.quote() != '"') {
            sink.note("Values are quoted by apostrophes.");
        }
        if (dialect.spaced()) {
            sink.note("Spaces after the separator were removed.");
        }
    }

    private VerisimException badEncoding(Encoding encoding, CsvRows rows) {
        return file.errors()
                .of(
                        "TABLE_BAD_ENCODING",
                        "row " + rows.currentRow() + " or a little after it is no valid "
                                + encoding.charset().name(),
                        "Save the file as UTF-8.",
                        Map.of("row", Long.toString(rows.currentRow())));
    }

    /** FastCSV says what it met; where, the rows know. */
    private VerisimException explained(CsvParseException failure, CsvRows rows) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof VerisimException own) {
                return own;
            }
        }
        String message = String.valueOf(failure.getMessage()) + failure.getCause();
        if (message.contains("Unclosed")) {
            return rows.error("CSV_UNCLOSED_QUOTE", "begins a quote that is never closed", "Close the quote.");
        }
        if (message.contains("after closing quote")) {
            return rows.error(
                    "CSV_BAD_QUOTE",
                    "has text after a closing quote",
                    "Double the quotes within a quoted value, or look for a quote that is not closed before it.");
        }
        if (message.contains("buffer")) {
            return rows.error(
                    "TABLE_FIELD_TOO_LONG",
                    "holds a value of more than " + options.limits().maxFieldChars() + " characters",
                    "Shorten the value, or look for a quote that is not closed.");
        }
        throw failure;
    }
}
