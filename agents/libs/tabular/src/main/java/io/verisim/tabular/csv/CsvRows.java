package io.verisim.tabular.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.verisim.model.error.VerisimException;
import io.verisim.tabular.ColumnNames;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.RowSink;
import io.verisim.tabular.TableErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands the fields of each record on, straight from the parser's buffer, and checks that rows are as long as the header.
 * A blank line is skipped; in a table of one column it is a missing value, unless only blank lines follow.
 */
final class CsvRows extends CsvCallbackHandler<Boolean> {

    private final TableErrors errors;
    private final ReadOptions options;
    private final Dialect dialect;
    private final RowSink sink;
    private final MissingSpellings missing;

    private final List<String> header = new ArrayList<>();
    private List<String> names = List.of();
    private long rows;
    private long blanks;
    private int field;
    private boolean blank;

    CsvRows(TableErrors errors, ReadOptions options, Dialect dialect, RowSink sink) {
        this.errors = errors;
        this.options = options;
        this.dialect = dialect;
        this.sink = sink;
        this.missing = new MissingSpellings(options.missing());
    }

    /** The row that is being read, from 1 beneath the header; 0 in the header. */
    long currentRow() {
        return names.isEmpty() ? 0 : rows + blanks + 1;
    }

    void checkEnd() {
        if (names.isEmpty()) {
            throw errors.of("TABLE_EMPTY_FILE", "holds only blank lines", "Give a header row and data.", Map.of());
        }
        if (options.canonical() && names.size() == 1) {
            emitBlanks();
        }
        if (rows == 0) {
            throw errors.noRows("has a header but no rows");
        }
    }

    VerisimException error(String code, String what, String remedy) {
        Map<String, String> place = new HashMap<>();
        place.put("row", Long.toString(currentRow()));
        String column = "";
        if (!names.isEmpty() && field < names.size()) {
            place.put("column", names.get(field));
            column = ", column '" + ColumnNames.shown(names.get(field)) + "',";
        }
        String row = names.isEmpty() ? "row 0, the header," : "row " + currentRow() + column;
        return errors.of(code, row + " " + what, remedy, place);
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        field = 0;
        blank = false;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        int begin = offset;
        int end = offset + length;
        if (dialect.spaced() && !quoted) {
            while (begin < end && buffer[begin] == ' ') {
                begin++;
            }
        }
        if (end - begin > options.limits().maxFieldChars()) {
            String column = field < names.size() ? names.get(field) : "";
            throw errors.fieldTooLong(currentRow(), column, options.limits().maxFieldChars());
        }
        if (names.isEmpty()) {
            header.add(new String(buffer, begin, end - begin));
        } else if (field < names.size()) {
            value(buffer, begin, end - begin, quoted);
        }
        field++;
    }

    private void value(char[] buffer, int offset, int length, boolean quoted) {
        if (field == 0) {
            emitBlanks();
        }
        boolean isMissing = options.canonical() ? length == 0 && !quoted : missing.matches(buffer, offset, length);
        if (isMissing) {
            sink.missing(field);
        } else {
            sink.text(field, buffer, offset, length);
        }
    }

    @Override
    protected void setEmpty() {
        blank = true;
    }

    @Override
    protected Boolean buildRecord() {
        if (blank) {
            blanks += names.size() == 1 ? 1 : 0;
        } else if (names.isEmpty()) {
            names = errors.checkHeader(header, options.limits().maxColumns());
            sink.columns(names);
        } else if (field != names.size()) {
            throw ragged();
        } else {
            sink.endRow();
            rows++;
        }
        return Boolean.TRUE;
    }

    private void emitBlanks() {
        for (; blanks > 0; blanks--) {
            sink.missing(0);
            sink.endRow();
            rows++;
        }
    }

    private VerisimException ragged() {
        long row = currentRow();
        return errors.of(
                "CSV_RAGGED_ROW",
                "row " + row + " has " + field + (field == 1 ? " field" : " fields") + ", the header has "
                        + names.size(),
                "Add or remove fields, or quote values that hold the separator.",
                Map.of(
                        "row",
                        Long.toString(row),
                        "expected",
                        Integer.toString(names.size()),
                        "found",
                        Integer.toString(field)));
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("No comments are asked for");
    }

    @Override
    protected RecordType getRecordType() {
        return blank ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return field;
    }
}
